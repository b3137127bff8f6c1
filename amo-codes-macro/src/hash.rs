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
    let mut sections = BTreeSet::new();
    for &(section, _) in keys {
        sections.insert(usize::from(section));
    }
    if sections.len() < 2 || keys.len() <= SMALL {
        let least = keys.len().next_power_of_two().max(2);
        let mut slots = least;
        while slots <= least * ROOM {
            for factor in factors(slots, sections.len()) {
                if let Some(hash) = moved(keys, &sections, slots, factor) {
                    return hash;
                }
            }
            slots *= 2;
        }
    }
    displaced(keys)
}

/// The factors to try: first the powers of two, by which a machine multiplies fastest.
fn factors(slots: usize, sections: usize) -> Vec<usize> {
    let mut factors = vec![1];
    if sections > 1 {
        for bit in 1..slots.ilog2() {
            factors.push(1 << bit);
        }
        let mut odd = 3;
        while odd < slots {
            factors.push(odd);
            odd += 2;
        }
    }
    factors
}

/// The index whose slots are the numbers' low bits, moved by a multiple of `factor` for each section.
///
/// No key leads to a slot whose row has its number but another section, so that who looks up compares numbers alone.
fn moved(keys: &[Key], sections: &BTreeSet<usize>, slots: usize, factor: usize) -> Option<Hash> {
    let slot = |section: usize, number: u16| (usize::from(number) + section * factor) & (slots - 1);
    let mut moves = BTreeSet::new();
    for &section in sections {
        if !moves.insert(slot(section, 0)) {
            return None;
        }
    }
    let mut taken = vec![None; slots];
    for (row, &(section, number)) in keys.iter().enumerate() {
        if taken.get_mut(slot(section.into(), number))?.replace(row).is_some() {
            return None;
        }
    }
    let mut rows = Vec::new();
    for (place, row) in taken.iter().enumerate() {
        let leads_here = |number| sections.iter().any(|&section| slot(section, number) == place);
        let harmless = || keys.iter().position(|&(_, number)| !leads_here(number));
        rows.push(u16::try_from(row.or_else(harmless)?).ok()?);
    }
    Some(Hash { factor: u64::try_from(factor).ok()?, shifts: Vec::new(), rows })
}

/// The index by hash and displace. It grows until it holds the keys, which nearly always is at once.
fn displaced(keys: &[Key]) -> Hash {
    // At most four in five slots are taken, or the last keys search long for a free one.
    let mut slots = (keys.len() * 5 / 4).next_power_of_two().max(2);
    let buckets = (keys.len() / 4).next_power_of_two();
    loop {
        for seed in 0..TRIES {
            if let Some(hash) = placed(keys, buckets, slots, multiplier(seed)) {
                return hash;
            }
        }
        slots *= 2;
    }
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
    let mut members = vec![(0, Vec::new()); buckets];
    for (row, &key) in keys.iter().enumerate() {
        let (bucket, slot) = bucket_and_slot(key, buckets, slots, multiplier);
        let of_bucket = members.get_mut(bucket)?;
        of_bucket.0 = bucket;
        of_bucket.1.push((slot, u16::try_from(row).ok()?));
    }
    // The fullest buckets first, while there is room.
    members.sort_by_cached_key(|(_, members)| usize::MAX - members.len());
    let mut rows: Vec<Option<u16>> = vec![None; slots];
    let mut shifts = vec![0; buckets];
    let most = slots.min(usize::from(u16::MAX));
    for (bucket, members) in members {
        let shift = (0..most).find(|shift| fits(&members, *shift, &rows))?;
        *shifts.get_mut(bucket)? = u16::try_from(shift).ok()?;
        for (slot, row) in members {
            *rows.get_mut((slot + shift) & (slots - 1))? = Some(row);
        }
    }
    let rows = rows.into_iter().map(Option::unwrap_or_default).collect();
    Some(Hash { factor: multiplier, shifts, rows })
}

fn fits(members: &[(usize, u16)], shift: usize, rows: &[Option<u16>]) -> bool {
    for (place, &(slot, _)) in members.iter().enumerate() {
        let is_free = rows.get((slot + shift) & (rows.len() - 1)).is_some_and(Option::is_none);
        if !is_free || members.iter().take(place).any(|&(other, _)| other == slot) {
            return false;
        }
    }
    true
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
    use super::{Hash, Key, bucket_and_slot, factors, hash, multiplier};

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
        let sections = |count| (0..count).map(|key| (key % 2, key)).collect::<Vec<Key>>();
        assert!(hash(&sections(256)).shifts.is_empty());
        assert!(!hash(&sections(257)).shifts.is_empty());
    }

    #[test]
    fn factors_are_powers_of_two_then_odd_numbers() {
        assert_eq!(factors(16, 2), [1, 2, 4, 8, 3, 5, 7, 9, 11, 13, 15]);
        assert_eq!(factors(16, 1), [1]);
    }

    #[test]
    fn the_first_multipliers_are_those_of_splitmix64() {
        assert_eq!([0, 1].map(multiplier), [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4 | 1]);
    }

    #[test]
    fn the_index_is_no_larger_than_it_must_be() {
        let keys: Vec<Key> = (0..20_000).map(|key| (key / 2_000, key)).collect();
        let hash = hash(&keys);
        assert_eq!((hash.rows.len(), hash.shifts.len()), (32_768, 8_192));
        let keys: Vec<Key> = (0..15_000).map(|key| (key / 2_000, key)).collect();
        let hash = super::hash(&keys);
        assert_eq!((hash.rows.len(), hash.shifts.len()), (32_768, 4_096));
        assert_eq!(super::hash(&(0..4096).map(|key| (0, key)).collect::<Vec<_>>()).rows.len(), 4096);
    }
}
