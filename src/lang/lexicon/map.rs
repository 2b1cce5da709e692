//! How does a map from words to concepts lie in the program, so that nothing has to be built when it starts?
//!
//! A map is one string of bytes: an open-addressed table of slots, and behind it the records, each a key and its value.
//! The build script writes it, the program reads it where it lies. What is added later (a workspace's own concepts) lies
//! in a hash map on top and replaces the record with its key.
//!
//! **Invariant:** a frozen map answers as the one it was made of did; bytes that are no map answer nothing and never panic.

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

/// A map from strings to values: bytes, mostly a [`List`].
#[derive(Clone, Debug, Default)]
pub struct Map {
    frozen: &'static [u8],
    own: FxHashMap<Box<[u8]>, Vec<u8>>,
}

/// Numbers, four bytes each, least byte first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List<'a>(pub &'a [u8]);

impl<'a> List<'a> {
    /// Whether there is no number.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The numbers, in the order in which they were added.
    pub fn iter(self) -> impl Iterator<Item = u32> + 'a {
        self.0.chunks_exact(4).map(|c| number(c, 0))
    }

    /// Whether `wanted` is among them.
    pub fn contains(self, wanted: u32) -> bool {
        self.iter().any(|n| n == wanted)
    }
}

/// The number at byte `at`; 0 beyond the end.
fn number(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(|b| b.first_chunk()).map_or(0, |b| u32::from_le_bytes(*b))
}

/// Slots hold where the record starts, one more than its place, and above that eight bits of the key's hash.
const PLACE: u32 = 0x00ff_ffff;
/// Records start with the lengths of key and value, four bytes each.
const LENGTHS: usize = 8;

impl Map {
    /// A map that was frozen.
    pub fn read(frozen: &'static [u8]) -> Map {
        Map { frozen, own: FxHashMap::default() }
    }

    /// The value of `key`; empty when there is none.
    pub fn get(&self, key: &[u8]) -> &[u8] {
        if !self.own.is_empty()
            && let Some(value) = self.own.get(key)
        {
            return value;
        }
        find(self.frozen, key)
    }

    /// The numbers under `key`.
    pub fn list(&self, key: &str) -> List<'_> {
        List(self.get(key.as_bytes()))
    }

    /// The value of `key`, to change.
    pub fn entry(&mut self, key: &[u8]) -> &mut Vec<u8> {
        let frozen = self.frozen;
        self.own.entry(key.into()).or_insert_with(|| find(frozen, key).to_vec())
    }

    /// Adds a number under `key`.
    pub fn push(&mut self, key: &str, number: u32) {
        self.entry(key.as_bytes()).extend(number.to_le_bytes());
    }

    /// What was added, as bytes to [`read`](Map::read). `None` when it does not fit.
    #[allow(dead_code, reason = "the build script does it")]
    pub fn freeze(&self) -> Option<Vec<u8>> {
        let mut records: Vec<(&[u8], &[u8])> = self.own.iter().map(|(k, v)| (&**k, v.as_slice())).collect();
        records.sort_unstable();
        // At most half full, so that most words that are not there are told by the first slot.
        let slots = (records.len() * 2).next_power_of_two();
        let mut table = vec![0_u32; slots];
        let mut out = u32::try_from(slots).ok()?.to_le_bytes().to_vec();
        out.resize(4 + slots * 4, 0);
        for (key, value) in records {
            let hash = xxh3_64(key);
            let mut slot = hash as usize & (slots - 1);
            while table.get(slot).is_some_and(|s| *s != 0) {
                slot = (slot + 1) & (slots - 1);
            }
            let place = u32::try_from(out.len()).ok().filter(|p| *p <= PLACE)?;
            *table.get_mut(slot)? = tag(hash) | place;
            out.extend(u32::try_from(key.len()).ok()?.to_le_bytes());
            out.extend(u32::try_from(value.len()).ok()?.to_le_bytes());
            out.extend(key);
            out.extend(value);
        }
        for (slot, entry) in table.iter().enumerate() {
            out.get_mut(4 + slot * 4..8 + slot * 4)?.copy_from_slice(&entry.to_le_bytes());
        }
        Some(out)
    }
}

/// The eight bits of a hash that its slot repeats.
fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32 & !PLACE
}

fn find<'a>(frozen: &'a [u8], key: &[u8]) -> &'a [u8] {
    let slots = number(frozen, 0) as usize;
    if slots == 0 {
        return &[];
    }
    let hash = xxh3_64(key);
    for n in 0..slots {
        let slot = number(frozen, 4 + ((hash as usize).wrapping_add(n) & (slots - 1)) * 4);
        if slot == 0 {
            break;
        }
        if (slot ^ tag(hash)) & !PLACE != 0 {
            continue;
        }
        let Some((lengths, record)) = frozen.get((slot & PLACE) as usize..).and_then(|r| r.split_at_checked(LENGTHS))
        else {
            break;
        };
        let (key_len, value_len) = (number(lengths, 0) as usize, number(lengths, 4) as usize);
        if key_len == key.len()
            && let Some((known, rest)) = record.split_at_checked(key_len)
            && known == key
        {
            return rest.get(..value_len).unwrap_or_default();
        }
    }
    &[]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frozen_map_answers_as_before() {
        let mut map = Map::default();
        for n in 0..5000_u32 {
            for m in 0..n % 3 {
                map.push(&format!("wört{n}"), n + m);
            }
        }
        map.push("", 7);
        let mut frozen = Map::read(map.freeze().expect("small enough").leak());
        for n in 0..6000_u32 {
            let key = format!("wört{n}");
            assert_eq!(frozen.list(&key), map.list(&key), "{key}");
        }
        assert_eq!(frozen.list("").iter().collect::<Vec<_>>(), [7]);
        frozen.push("wört2", 1);
        assert_eq!(frozen.list("wört2").iter().collect::<Vec<_>>(), [2, 3, 1]);
        assert!(frozen.list("wört5").contains(6));
    }

    #[test]
    fn what_is_no_map_answers_nothing() {
        for bytes in [&[][..], &[1], &[0; 4], &[1, 0, 0, 0, 9, 9, 9, 9], &[255; 64], &[4, 0, 0, 0]] {
            assert!(Map::read(bytes.to_vec().leak()).list("x").is_empty());
        }
        assert_eq!(Map::default().freeze().map(|b| Map::read(b.leak()).list("x").is_empty()), Some(true));
    }
}
