//! What a walk over a body finds, within bounds of memory.

use core::mem;
use std::boxed::Box;
use std::string::String;
use std::vec::Vec;

use crate::HttpStatus;
use crate::reply::fields::{Fields, Said};
use crate::reply::node;
use crate::reply::place::Place;
use crate::reply::pointer::Pointer;

/// A finding before a table has been asked.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) order: usize,
    pub(super) number: Option<u16>,
    pub(super) status: Option<HttpStatus>,
    pub(super) message: Box<str>,
    pub(super) at: Box<str>,
    pub(super) entity: Option<Box<str>>,
    pub(super) field: Option<Box<str>>,
    pub(super) word: Option<Box<str>>,
}

impl Raw {
    /// A failure of which the body, as a whole, says no more than these words.
    pub(super) fn new(message: String) -> Self {
        let message = message.into_boxed_str();
        Self { order: 0, number: None, status: None, message, at: "".into(), entity: None, field: None, word: None }
    }

    /// The memory that it takes.
    fn size(&self) -> usize {
        let texts =
            [Some(&self.message), Some(&self.at), self.entity.as_ref(), self.field.as_ref(), self.word.as_ref()];
        size_of::<Self>() + texts.into_iter().flatten().map(|text| text.len()).sum::<usize>()
    }
}

/// The findings of a body, and where the walk is.
#[derive(Debug)]
pub(super) struct Walk<'b> {
    pub(super) found: Vec<Raw>,
    /// The findings that were not kept, for want of memory that a body of this size may ask for.
    pub(super) omitted: usize,
    /// The fields of the body itself.
    pub(super) fields: Fields<'b>,
    pub(super) pointer: Pointer,
    left: usize,
    clock: usize,
}

impl<'b> Walk<'b> {
    /// Walks over a body; an error where it is no JSON.
    ///
    /// All findings together take at most four times the body's size and 256 KiB.
    pub(super) fn new(body: &'b [u8]) -> (Self, Result<(), serde_json::Error>) {
        let mut walk = Self {
            found: Vec::new(),
            omitted: 0,
            fields: Fields::default(),
            pointer: Pointer::default(),
            left: body.len().saturating_mul(4).saturating_add(256 * 1024),
            clock: 0,
        };
        let read = node::read(&mut walk, body);
        (walk, read)
    }

    /// The next place in the order in which the body is read.
    pub(super) fn tick(&mut self) -> usize {
        self.clock += 1;
        self.clock
    }

    /// Keeps what the object at the pointer says.
    pub(super) fn push(&mut self, said: &Said<'_>) {
        let texts = [Some(said.words), said.word, said.entity, said.field];
        let texts: usize = texts.into_iter().flatten().map(str::len).sum();
        let key = said.key.map_or(0, |key| key.len() + 1);
        if !self.charge(size_of::<Raw>() + texts + self.pointer.len() + key) {
            self.omitted += 1;
            return;
        }
        self.found.push(Raw {
            order: said.order,
            number: said.number,
            status: said.status,
            message: said.words.into(),
            at: self.pointer.to(said.key),
            entity: said.entity.map(Into::into),
            field: said.field.map(Into::into),
            word: said.word.map(Into::into),
        });
    }

    /// Keeps that something is wrong at the pointer, without a word about it.
    pub(super) fn mute(&mut self) {
        let order = self.tick();
        self.push(&Said { order, ..Said::default() });
    }

    fn charge(&mut self, bytes: usize) -> bool {
        if let Some(left) = self.left.checked_sub(bytes) {
            self.left = left;
            return true;
        }
        false
    }

    /// Drops the last finding for the memory that it takes; false where there is none.
    fn drop_last(&mut self) -> bool {
        let Some(raw) = self.found.pop() else {
            return false;
        };
        self.left += raw.size();
        self.omitted += 1;
        true
    }

    /// Gives the entity to the findings from `start` on that have none.
    pub(super) fn name(&mut self, start: usize, entity: &str) {
        for place in start..self.found.len() {
            if self.found.get(place).is_none_or(|raw| raw.entity.is_some()) {
                continue;
            }
            while !self.charge(entity.len()) && self.drop_last() {}
            if let Some(raw) = self.found.get_mut(place) {
                raw.entity = Some(entity.into());
            }
        }
    }

    /// Gives the key at the pointer, the id of an entity, to the findings from `start` on that have none.
    pub(super) fn name_by_key(&mut self, start: usize) {
        let pointer = mem::take(&mut self.pointer);
        self.name(start, &pointer.last());
        self.pointer = pointer;
    }

    /// Takes in an object that has been read.
    pub(super) fn object(&mut self, place: Place, fields: &Fields<'b>, start: usize) {
        let kind = match place {
            Place::Response | Place::Entity | Place::Action | Place::Item => {
                if let Some(said) = fields.envelope() {
                    self.push(&said);
                }
                None
            }
            Place::Errors(kind) => {
                if fields.is_one_error() {
                    self.keep_ids(start);
                }
                Some(kind)
            }
            Place::Error(kind) | Place::Entry(kind) => Some(kind),
            _ => None,
        };
        if let Some(kind) = kind {
            let is_mute = !fields.has_errors && !fields.is_empty() && self.found.len() == start;
            if let Some(said) = fields.error(kind) {
                self.push(&said);
            } else if is_mute && !fields.has_code() && !matches!(place, Place::Errors(_)) {
                self.mute();
            }
        }
        if let Some(entity) = fields.entity() {
            self.name(start, entity);
        }
    }

    /// Drops the fields of a single error that were taken for the entries of a map; ids are none.
    fn keep_ids(&mut self, start: usize) {
        let is_id = |raw: &Raw| raw.entity.as_ref().is_some_and(|id| id.bytes().all(|byte| byte.is_ascii_digit()));
        let entries = self.found.split_off(start);
        self.found.extend(entries.into_iter().filter(is_id));
    }
}
