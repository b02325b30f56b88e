//! The words in an Enhanced Metafile that our own writer made, with a look at whether it is whole.

/// Every text in it, one a line; fails where the records do not fit together.
pub fn words(bytes: &[u8]) -> String {
    let at = |place: usize| u32::from_le_bytes(bytes[place..place + 4].try_into().unwrap());
    let number = |place: usize| usize::try_from(at(place)).unwrap();
    assert_eq!(&bytes[40..44], b" EMF");
    assert_eq!(number(48), bytes.len(), "its head says how long it is");
    let (mut place, mut records, mut out, mut last) = (0, 0, String::new(), 0);
    while place < bytes.len() {
        let (kind, long) = (at(place), number(place + 4));
        assert!(
            long >= 8 && long % 4 == 0,
            "record {records} is {long} long"
        );
        if kind == 84 {
            let (count, from) = (number(place + 44), place + number(place + 48));
            let letters = bytes[from..from + 2 * count].chunks(2);
            let letters: Vec<u16> = letters
                .map(|one| u16::from_le_bytes([one[0], one[1]]))
                .collect();
            out.push_str(&String::from_utf16_lossy(&letters));
            out.push('\n');
        }
        last = kind;
        records += 1;
        place += long;
    }
    assert_eq!((place, last), (bytes.len(), 14), "it ends with its end");
    assert_eq!(number(52), records, "its head says how many records");
    out
}
