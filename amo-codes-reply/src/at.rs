//! Where a value is, and what the objects and keys around it say about it.

use std::iter::successors;

use crate::Subject;
use crate::fields::Fields;
use crate::objects::CodeField;
use crate::report::number;

/// A place in a body.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct At<'a> {
    parent: Option<&'a At<'a>>,
    step: Step<'a>,
    pub(crate) subject: Option<Subject<'a>>,
    /// Whether the subject is the key of an entry.
    pub(crate) is_entry: bool,
    pub(crate) field: Option<&'a str>,
    pub(crate) error_key: Option<&'a str>,
    /// What `code` holds in the errors here.
    pub(crate) code: CodeField,
    /// Whether a failure here concerns only a part of the request.
    pub(crate) is_part: bool,
}

#[derive(Debug, Default, Clone, Copy)]
enum Step<'a> {
    #[default]
    Root,
    Key(&'a str),
    Index(usize),
}

impl<'a> At<'a> {
    pub(crate) fn key(&'a self, key: &'a str) -> At<'a> {
        At { parent: Some(self), step: Step::Key(key), ..*self }
    }

    /// Returns the place of an element, which concerns only a part of the request.
    pub(crate) fn index(&'a self, index: usize) -> At<'a> {
        At { parent: Some(self), step: Step::Index(index), is_part: true, ..*self }
    }

    /// Returns the same place, whose errors have this in `code`.
    pub(crate) fn with_code(self, code: CodeField) -> At<'a> {
        At { code, ..self }
    }

    /// Returns the same place, whose errors concern only a part of the request.
    pub(crate) fn part(self) -> At<'a> {
        At { is_part: true, ..self }
    }

    /// Returns the same place in the errors of a field.
    pub(crate) fn field(self, field: &'a str) -> At<'a> {
        At { field: Some(field), ..self }
    }

    /// Returns the same place in an entry whose key says what it concerns. The id 0 is not an entity.
    pub(crate) fn about(self, subject: Subject<'a>) -> At<'a> {
        match subject {
            Subject::Entity(id) if number(id) == Some(0) => self,
            _ => At { subject: Some(subject), is_entry: true, ..self },
        }
    }

    /// Returns the same place in an object with these fields.
    pub(crate) fn within(self, fields: &Fields<'a>) -> At<'a> {
        let field = fields.word("field").or_else(|| fields.word("path")).or(self.field);
        At { subject: fields.subject().or(self.subject), field, ..self }
    }

    /// Returns how many bytes a finding repeats of the keys and ids around it.
    pub(crate) fn len(&self) -> usize {
        let id = self.subject.map(|(Subject::Entity(id) | Subject::RequestItem(id))| id);
        let texts = [id, self.field, self.error_key].into_iter().flatten().map(str::len).sum::<usize>();
        let places = successors(Some(self), |at| at.parent);
        texts + places.map(|at| if let Step::Key(key) = at.step { key.len() } else { 0 }).sum::<usize>()
    }

    /// Returns the JSON pointer to the value, or to one of its fields.
    pub(crate) fn pointer(&self, key: Option<&str>) -> String {
        let mut pointer = self.parent.map(|parent| parent.pointer(None)).unwrap_or_default();
        match self.step {
            Step::Root => {}
            Step::Index(index) => push(&mut pointer, &index.to_string()),
            Step::Key(key) => push(&mut pointer, key),
        }
        if let Some(key) = key {
            push(&mut pointer, key);
        }
        pointer
    }
}

fn push(pointer: &mut String, key: &str) {
    pointer.push('/');
    if key.contains(['~', '/']) { *pointer += &key.replace('~', "~0").replace('/', "~1") } else { *pointer += key }
}
