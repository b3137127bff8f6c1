//! The perfect hash index of a table's keys (hash and displace), which the runtime crate's `Index` reads.

/// What the runtime crate's `Index` is made of; both lengths are powers of two.
#[derive(Debug, PartialEq)]
pub(crate) struct Hash {
    pub(crate) multiplier: u64,
    pub(crate) shifts: Vec<u16>,
    pub(crate) rows: Vec<u16>,
}

/// Up to this many keys a single bucket is tried, whose shift costs nothing to look up.
const SMALL: usize = 128;
/// How many multipliers are tried for a single bucket before it grows.
const TRIES_SINGLE: u64 = 1024;
/// How many multipliers are tried for many buckets before the slots grow; the first one nearly always fits.
const TRIES_MANY: u64 = 8;

/// Finds an index in which each of the distinct keys leads to its place in `keys`.
pub(crate) fn hash(keys: &[u32]) -> Hash {
    let count = keys.len().max(2);
    let small = count.next_power_of_two();
    let single = [small, small * 2, small * 4].into_iter().filter(|_| keys.len() <= SMALL);
    // At most four in five slots are taken, or the last keys search long for a free one.
    let roomy = (count * 5 / 4).next_power_of_two();
    let many = std::iter::successors(Some(roomy), |slots| Some(slots * 2));
    let single = single.flat_map(|slots| (0..TRIES_SINGLE).map(move |seed| (1, slots, seed)));
    let many = many.flat_map(|slots| (0..TRIES_MANY).map(move |seed| ((count / 4).next_power_of_two(), slots, seed)));
    single
        .chain(many)
        .find_map(|(buckets, slots, seed)| placed(keys, buckets, slots, multiplier(seed)))
        .unwrap_or(Hash { multiplier: 0, shifts: vec![0], rows: vec![0, 0] })
}

/// An odd number with well-mixed bits (the finalizer of `SplitMix64`), the same for a seed on every machine.
fn multiplier(seed: u64) -> u64 {
    let mut bits = (seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (bits ^ (bits >> 31)) | 1
}

/// The index with these sizes and this multiplier, if every bucket finds a shift that moves its keys to free slots.
fn placed(keys: &[u32], buckets: usize, slots: usize, multiplier: u64) -> Option<Hash> {
    let mut members: Vec<(usize, Vec<(usize, u16)>)> = (0..buckets).map(|bucket| (bucket, Vec::new())).collect();
    for (row, &key) in (0..=u16::MAX).zip(keys) {
        let (bucket, slot) = bucket_and_slot(key, buckets, slots, multiplier);
        members.get_mut(bucket)?.1.push((slot, row));
    }
    // The fullest buckets first, while there is room.
    members.sort_by_key(|(bucket, members)| (usize::MAX - members.len(), *bucket));
    let mut free: Vec<Option<u16>> = vec![None; slots];
    let mut shifts = vec![0; buckets];
    let most = if buckets == 1 { 1 } else { slots.min(usize::from(u16::MAX)) };
    for (bucket, members) in members {
        let shift = (0..most).find(|shift| fits(&members, *shift, &free))?;
        *shifts.get_mut(bucket)? = u16::try_from(shift).ok()?;
        for (slot, row) in members {
            *free.get_mut((slot + shift) & (slots - 1))? = Some(row);
        }
    }
    let rows = free.into_iter().map(Option::unwrap_or_default).collect();
    Some(Hash { multiplier, shifts, rows })
}

fn fits(members: &[(usize, u16)], shift: usize, free: &[Option<u16>]) -> bool {
    let moved = |slot: usize| (slot + shift) & (free.len() - 1);
    members.iter().enumerate().all(|(place, &(slot, _))| {
        let is_free = free.get(moved(slot)).is_some_and(Option::is_none);
        is_free && members.iter().take(place).all(|&(other, _)| other != slot)
    })
}

/// The same steps as `Index::row` of the runtime crate.
fn bucket_and_slot(key: u32, buckets: usize, slots: usize, multiplier: u64) -> (usize, usize) {
    let hash = u64::from(key).wrapping_mul(multiplier);
    let bits = buckets.trailing_zeros();
    let bucket = if bits == 0 { 0 } else { hash >> (u64::BITS - bits) };
    let slot = (hash << bits) >> (u64::BITS - slots.trailing_zeros());
    (usize::try_from(bucket).unwrap_or_default(), usize::try_from(slot).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{Hash, bucket_and_slot, hash};

    fn row(hash: &Hash, key: u32) -> usize {
        let (bucket, slot) = bucket_and_slot(key, hash.shifts.len(), hash.rows.len(), hash.multiplier);
        let moved = slot + usize::from(hash.shifts[bucket]);
        usize::from(hash.rows[moved & (hash.rows.len() - 1)])
    }

    #[test]
    fn every_key_leads_to_its_row() {
        for count in [1_u32, 2, 3, 63, 77, 128, 129, 500, 5_000, 65_535] {
            let keys: Vec<u32> = (0..count).map(|key| ((key % 7) << 16) | (key / 7 * 3 + 100)).collect();
            let hash = hash(&keys);
            assert!(hash.rows.len().is_power_of_two() && hash.rows.len() >= 2);
            assert!(hash.shifts.len().is_power_of_two());
            for (place, &key) in keys.iter().enumerate() {
                assert_eq!(row(&hash, key), place, "{key} of {count}");
            }
        }
    }

    #[test]
    fn few_keys_need_no_shift() {
        assert_eq!(hash(&[101, 102, 110, 2002]).shifts, [0]);
    }

    #[test]
    fn the_index_is_no_larger_than_it_must_be() {
        let keys: Vec<u32> = (0..20_000).collect();
        let hash = hash(&keys);
        assert!(hash.rows.len() <= 65_536 && hash.shifts.len() <= 8_192, "{} {}", hash.rows.len(), hash.shifts.len());
    }
}
