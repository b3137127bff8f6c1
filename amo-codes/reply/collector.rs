//! Collects the findings of a body, within a memory limit.

use std::vec::Vec;

use crate::reply::fields::{Entity, Failure, Fields};
use crate::reply::finding::{Context, Finding};
use crate::reply::grammar::{Field, Kind, Place};
use crate::reply::pointer::Pointer;
use crate::reply::text::is_id;
use crate::{Advice, HttpStatus};

/// The longest id that a finding keeps, in bytes; anything longer is not an id.
const LONGEST_ID: usize = 64;

/// The findings of a body and the pointer to the value that is being read.
#[derive(Debug)]
pub(super) struct Collector<'c> {
    pub(super) found: Vec<Finding>,
    /// The number of findings dropped because of the memory limit.
    pub(super) omitted: usize,
    pub(super) pointer: Pointer,
    context: Context<'c>,
    /// The bytes that the findings may still take.
    budget: usize,
    /// The advice of the most severe finding.
    worst: Advice,
}

impl<'c> Collector<'c> {
    /// Creates a collector whose findings take at most `budget` bytes.
    pub(super) fn new(context: Context<'c>, budget: usize) -> Self {
        Self { found: Vec::new(), omitted: 0, pointer: Pointer::default(), context, budget, worst: Advice::NotAnError }
    }

    pub(super) fn http(&self) -> HttpStatus {
        self.context.http
    }

    /// Keeps a failure of the object at the pointer, whose findings begin at `start`.
    pub(super) fn push(&mut self, failure: &Failure<'_>, start: usize) {
        let texts = [Some(failure.text), failure.error_key, failure.field, failure.key];
        let texts: usize = texts.into_iter().flatten().map(str::len).sum();
        let budget = self.budget.checked_sub(size_of::<Finding>() + LONGEST_ID + texts + self.pointer.len());
        let finding = Finding::new(failure, self.pointer.to(failure.key), &self.context);
        // A finding that is worse than all others is kept: it decides what to do next. That happens a few times at most.
        if budget.is_none() && finding.advice() <= self.worst {
            self.omitted += 1;
            return;
        }
        self.budget = budget.unwrap_or(0);
        self.worst = self.worst.max(finding.advice());
        // The object may have findings of its own that come later in the body.
        self.found.insert(failure.index.clamp(start, self.found.len()), finding);
    }

    /// Keeps an error at the pointer for which the body gives no reason.
    pub(super) fn push_silent(&mut self) {
        self.push(&Failure::default(), self.found.len());
    }

    /// Handles an entry of a map, which gave the findings from `start` on: its key says what they concern.
    pub(super) fn entry(&mut self, kind: Kind, start: usize) {
        let key = self.pointer.last();
        // A list of validation errors may come as a map of its indexes.
        let entity = if kind == Kind::Word { Entity::RequestId(&key) } else { Entity::Id(&key) };
        set_entity(&mut self.found, start, entity);
        if !is_id(&key) {
            self.found.iter_mut().skip(start).for_each(Finding::set_named);
        }
    }

    /// Handles an object whose fields have been read; its findings begin at `start`.
    pub(super) fn object(&mut self, place: Place, fields: &Fields<'_>, start: usize) {
        match place {
            Place::Response | Place::Entity => self.push_if_any(fields.envelope(self.http()), start),
            Place::Action | Place::Item => {
                let is_silent = self.found.len() == start;
                let failed = || if place == Place::Action { fields.failed_action() } else { fields.failed_item() };
                self.push_if_any(fields.envelope(self.http()).or_else(|| failed().filter(|_| is_silent)), start);
            }
            Place::Errors(kind) => {
                // An object of validation errors may have any other key next to its list.
                let is_list = kind == Kind::Word && fields.has_errors;
                self.push_if_any(fields.error(kind, self.http()).filter(|_| !is_list), start);
                if fields.is_one_error() {
                    self.drop_named(start);
                }
            }
            Place::Error(kind) | Place::Entry(kind) => self.error(kind, fields, start),
            Place::Field(Field::Error) => self.push_if_any(fields.error(Kind::Table, self.http()), start),
            _ => {}
        }
        if let Some(entity) = fields.entity() {
            set_entity(&mut self.found, start, entity);
        }
    }

    fn push_if_any(&mut self, failure: Option<Failure<'_>>, start: usize) {
        if let Some(failure) = failure {
            self.push(&failure, start);
        }
    }

    /// Handles one error of a container. It counts even if none of its fields is known.
    fn error(&mut self, kind: Kind, fields: &Fields<'_>, start: usize) {
        let has_findings = fields.has_errors || self.found.len() > start;
        match fields.error(kind, self.http()) {
            Some(failure) => self.push(&failure, start),
            None if has_findings || fields.is_empty() || fields.has_code() => {}
            None => self.push_silent(),
        }
    }

    /// Drops the fields of a single error that were read as entries of a map, because their keys are not ids.
    fn drop_named(&mut self, start: usize) {
        let entries = self.found.split_off(start.min(self.found.len()));
        self.found.extend(entries.into_iter().filter(|finding| !finding.is_named()));
    }
}

fn set_entity(found: &mut [Finding], start: usize, entity: Entity<'_>) {
    let (Entity::Id(id) | Entity::RequestId(id)) = entity;
    if id.len() <= LONGEST_ID {
        found.iter_mut().skip(start).for_each(|finding| finding.set_entity(entity));
    }
}
