//! The perfect hash of a table's keys, which the runtime crate's `Index` reads.

use std::collections::BTreeSet;

/// A row's key: the place of its section, and its number.
pub(crate) type Key = (u16, u16);

/// What the runtime crate's `Index` is made of, and which row each slot holds.
#[derive(Debug, PartialEq)]
pub(crate) struct Hash {
    pub(crate) factor: u64,
    /// Empty, or as many as there are buckets: a power of two.
    pub(crate) shifts: Vec<u16>,
    /// A power of two of them.
    pub(crate) rows: Vec<u16>,
}

/// Up to this many keys slots without buckets are searched for, which cost the fewest steps to look up.
const SMALL: usize = 256;
/// How many slots for each key slots without buckets may take.
const ROOM: usize = 8;
/// How many factors are tried for many buckets before the slots grow; the first one nearly always fits.
const TRIES: u64 = 8;

/// Finds an index in which each of the distinct keys leads to its place in `keys`.
pub(crate) fn hash(keys: &[Key]) -> Hash {
    let sections: BTreeSet<u16> = keys.iter().map(|&(section, _)| section).collect();
    let slots = keys.len().next_power_of_two().max(2);
    let sizes = std::iter::successors(Some(slots), |slots| Some(slots * 2)).take_while(|&size| size <= slots * ROOM);
    let sizes = sizes.filter(|_| sections.len() < 2 || keys.len() <= SMALL);
    let mut few = sizes.flat_map(|slots| factors(slots, sections.len()).map(move |factor| (slots, factor)));
    few.find_map(|(slots, factor)| moved(keys, &sections, slots, factor)).unwrap_or_else(|| displaced(keys))
}

/// The factors to try: first the powers of two, by which a machine multiplies fastest.
fn factors(slots: usize, sections: usize) -> impl Iterator<Item = usize> {
    let powers = (0..slots.ilog2()).map(|bit| 1 << bit);
    powers.chain((3..slots).step_by(2)).take(if sections < 2 { 1 } else { slots })
}

/// The index whose slots are the numbers' low bits, moved by a multiple of `factor` for each section.
///
/// No key leads to a slot whose row has its number but another section, so that who looks up compares numbers alone.
fn moved(keys: &[Key], sections: &BTreeSet<u16>, slots: usize, factor: usize) -> Option<Hash> {
    let slot = |section: u16, number: u16| (usize::from(number) + usize::from(section) * factor) & (slots - 1);
    let moves: BTreeSet<usize> = sections.iter().map(|&section| slot(section, 0)).collect();
    if moves.len() < sections.len() {
        return None;
    }
    let mut taken = vec![None; slots];
    for (row, &(section, number)) in (0..=u16::MAX).zip(keys) {
        if taken.get_mut(slot(section, number))?.replace(row).is_some() {
            return None;
        }
    }
    let leads_to = |number, free| sections.iter().any(|&section| slot(section, number) == free);
    let harmless = |free| (0..=u16::MAX).zip(keys).find(|(_, (_, number))| !leads_to(*number, free));
    let rows = (0..).zip(taken).map(|(place, row)| row.or_else(|| harmless(place).map(|(row, _)| row)));
    Some(Hash { factor: u64::try_from(factor).ok()?, shifts: Vec::new(), rows: rows.collect::<Option<_>>()? })
}

/// The index by hash and displace.
fn displaced(keys: &[Key]) -> Hash {
    // At most four in five slots are taken, or the last keys search long for a free one.
    let roomy = (keys.len() * 5 / 4).next_power_of_two().max(2);
    let buckets = (keys.len() / 4).next_power_of_two();
    std::iter::successors(Some(roomy), |slots| Some(slots * 2))
        .flat_map(|slots| (0..TRIES).map(move |seed| (slots, seed)))
        .find_map(|(slots, seed)| placed(keys, buckets, slots, multiplier(seed)))
        .unwrap_or(Hash { factor: 0, shifts: vec![0], rows: vec![0, 0] })
}

/// An odd number with well-mixed bits (the finalizer of `SplitMix64`), the same for a seed on every machine.
fn multiplier(seed: u64) -> u64 {
    let mut bits = (seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (bits ^ (bits >> 31)) | 1
}

/// The index with these sizes and this multiplier, if every bucket finds a shift that moves its keys to free slots.
fn placed(keys: &[Key], buckets: usize, slots: usize, multiplier: u64) -> Option<Hash> {
    let mut members: Vec<(usize, Vec<(usize, u16)>)> = (0..buckets).map(|bucket| (bucket, Vec::new())).collect();
    for (row, &key) in (0..=u16::MAX).zip(keys) {
        let (bucket, slot) = bucket_and_slot(key, buckets, slots, multiplier);
        members.get_mut(bucket)?.1.push((slot, row));
    }
    // The fullest buckets first, while there is room.
    members.sort_by_key(|(bucket, members)| (usize::MAX - members.len(), *bucket));
    let mut free: Vec<Option<u16>> = vec![None; slots];
    let mut shifts = vec![0; buckets];
    let most = slots.min(usize::from(u16::MAX));
    for (bucket, members) in members {
        let shift = (0..most).find(|shift| fits(&members, *shift, &free))?;
        *shifts.get_mut(bucket)? = u16::try_from(shift).ok()?;
        for (slot, row) in members {
            *free.get_mut((slot + shift) & (slots - 1))? = Some(row);
        }
    }
    let rows = free.into_iter().map(Option::unwrap_or_default).collect();
    Some(Hash { factor: multiplier, shifts, rows })
}

fn fits(members: &[(usize, u16)], shift: usize, free: &[Option<u16>]) -> bool {
    let moved = |slot: usize| (slot + shift) & (free.len() - 1);
    members.iter().enumerate().all(|(place, &(slot, _))| {
        let is_free = free.get(moved(slot)).is_some_and(Option::is_none);
        is_free && members.iter().take(place).all(|&(other, _)| other != slot)
    })
}

/// The same steps as `Index::slot` of the runtime crate.
fn bucket_and_slot((section, number): Key, buckets: usize, slots: usize, multiplier: u64) -> (usize, usize) {
    let hash = (u64::from(section) << 16 | u64::from(number)).wrapping_mul(multiplier);
    let bits = buckets.trailing_zeros();
    let bucket = if bits == 0 { 0 } else { hash >> (u64::BITS - bits) };
    let slot = (hash << bits) >> (u64::BITS - slots.trailing_zeros());
    (usize::try_from(bucket).unwrap_or_default(), usize::try_from(slot).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{Hash, Key, bucket_and_slot, hash};

    fn row(hash: &Hash, key: Key) -> usize {
        let mask = hash.rows.len() - 1;
        let slot = if hash.shifts.is_empty() {
            usize::from(key.1) + usize::from(key.0) * usize::try_from(hash.factor).unwrap()
        } else {
            let (bucket, slot) = bucket_and_slot(key, hash.shifts.len(), hash.rows.len(), hash.factor);
            slot + usize::from(hash.shifts[bucket])
        };
        usize::from(hash.rows[slot & mask])
    }

    fn holds(keys: &[Key]) -> Hash {
        let hash = hash(keys);
        assert!(hash.rows.len().is_power_of_two() && hash.rows.len() >= 2);
        assert!(hash.shifts.is_empty() || hash.shifts.len().is_power_of_two());
        for (place, &key) in keys.iter().enumerate() {
            assert_eq!(row(&hash, key), place, "{key:?} of {}", keys.len());
            for section in (0..10).filter(|_| hash.shifts.is_empty() && keys.len() <= 300) {
                let (there, number) = keys[row(&hash, (section, key.1))];
                let is_known = keys.iter().any(|&(of, _)| of == section);
                assert!(number != key.1 || there == section || !is_known, "{key:?} is found in {section}");
            }
        }
        hash
    }

    #[test]
    fn every_key_leads_to_its_row() {
        for count in [1_u16, 2, 3, 63, 77, 256, 257, 500, 5_000, 65_535] {
            holds(&(0..count).map(|key| (key % 7, key / 7 * 3 + 100)).collect::<Vec<_>>());
            holds(&(0..count).map(|key| (0, key)).collect::<Vec<_>>());
        }
        holds(&(0..600).map(|key| (key % 10, key / 10 * 1024)).collect::<Vec<_>>());
        holds(&(0..64).map(|key| (0, key * 1024)).collect::<Vec<_>>());
    }

    #[test]
    fn few_keys_need_no_buckets() {
        assert!(hash(&[(0, 101), (0, 102), (3, 101), (3, 2002)]).shifts.is_empty());
    }

    #[test]
    fn the_index_is_no_larger_than_it_must_be() {
        let keys: Vec<Key> = (0..20_000).map(|key| (key / 2_000, key)).collect();
        let hash = hash(&keys);
        assert!(hash.rows.len() <= 65_536 && hash.shifts.len() <= 8_192, "{} {}", hash.rows.len(), hash.shifts.len());
        assert_eq!(super::hash(&(0..4096).map(|key| (0, key)).collect::<Vec<_>>()).rows.len(), 4096);
    }
}
