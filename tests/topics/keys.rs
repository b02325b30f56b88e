//! Keys: what only some can open, what was signed, and what happens to what was changed on the way.

use std::sync::LazyLock;

use proptest::prelude::*;
use top3::keys::{
    Fault, Identity, Opener, Passphrase, Public, Recipient, armoured, is_age, is_guarded, open,
    pair, recipients, seal,
};

/// So little work that a test takes no time; the program itself never does this.
const LITTLE: u8 = 2;

static ANNE: LazyLock<Identity> = LazyLock::new(|| Identity::generate().unwrap());
static BRAM: LazyLock<Identity> = LazyLock::new(|| Identity::generate().unwrap());

fn passphrase() -> Passphrase {
    Passphrase::typed("zeven blauwe fietsen")
}

#[test]
fn an_identity_opens_with_its_passphrase_and_no_other() {
    let file = ANNE.guarded(&passphrase(), LITTLE).unwrap();
    assert!(is_age(&file) && is_guarded(&file));
    let again = Identity::unguarded(&file, &passphrase()).unwrap();
    assert_eq!(again.public(), ANNE.public());
    let other = Passphrase::typed("zeven blauwe fietsem");
    assert_eq!(
        Identity::unguarded(&file, &other).unwrap_err(),
        Fault::WrongPassphrase
    );
    assert_eq!(
        Identity::unguarded(b"iets anders", &passphrase()).unwrap_err(),
        Fault::Damaged
    );
    let (_, single) = pair(&passphrase(), LITTLE).unwrap();
    assert_eq!(
        Identity::unguarded(&single, &passphrase()).unwrap_err(),
        Fault::Damaged,
        "a key alone is no identity"
    );
}

#[test]
fn a_guarded_identity_that_was_cut_or_changed_stays_closed() {
    let file = ANNE.guarded(&passphrase(), LITTLE).unwrap();
    for length in 0..file.len() {
        assert!(
            Identity::unguarded(&file[..length], &passphrase()).is_err(),
            "cut at {length}"
        );
    }
    for at in 0..file.len() {
        let mut changed = file.clone();
        changed[at] ^= 1;
        assert!(
            Identity::unguarded(&changed, &passphrase()).is_err(),
            "{at}"
        );
    }
}

#[test]
fn what_is_sealed_opens_for_each_it_was_sealed_to_and_for_nobody_else() {
    let to = [ANNE.recipient(), BRAM.recipient()];
    let sealed = seal(b"geheim", &to).unwrap();
    assert!(is_age(&sealed) && !is_guarded(&sealed));
    assert!(!sealed.windows(6).any(|part| part == b"geheim"));
    for (who, text) in [(&*ANNE, sealed.clone()), (&*BRAM, armoured(&sealed))] {
        assert!(is_age(&text));
        assert_eq!(
            open(&text, &Opener::from(who)).unwrap().as_slice(),
            b"geheim"
        );
    }
    let other = Identity::generate().unwrap();
    assert_eq!(
        open(&sealed, &Opener::from(&other)).unwrap_err(),
        Fault::NotForThisKey
    );
    assert_eq!(seal(b"geheim", &[]).unwrap_err(), Fault::NoRecipient);
}

#[test]
fn what_was_sealed_is_seen_to_be_cut_or_changed_at_every_byte() {
    let sealed = seal(&[7; 300], &[ANNE.recipient()]).unwrap();
    let opener = Opener::from(&*ANNE);
    for length in 0..sealed.len() {
        assert!(open(&sealed[..length], &opener).is_err(), "cut at {length}");
    }
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert!(open(&changed, &opener).is_err(), "changed at {at}");
    }
}

#[test]
fn a_key_file_opens_and_says_who_to_seal_to() {
    let file = format!("# created by hand\n\n{}", ANNE.key_file().as_str());
    let opener = Opener::read(file.as_bytes(), None).unwrap();
    assert_eq!(opener.recipient(), ANNE.recipient());
    let guarded = ANNE.guarded(&passphrase(), LITTLE).unwrap();
    let opener = Opener::read(&guarded, Some(&passphrase())).unwrap();
    assert_eq!(opener.recipient(), ANNE.recipient());
    assert_eq!(
        Opener::read(&guarded, None).unwrap_err(),
        Fault::WrongPassphrase
    );
    let (recipient, single) = pair(&passphrase(), LITTLE).unwrap();
    let opener = Opener::read(&single, Some(&passphrase())).unwrap();
    assert_eq!(opener.recipient(), recipient);
    for nothing in ["", "# niets\n", "AGE-SECRET-KEY-1\n", "age1abc\n"] {
        assert_eq!(
            Opener::read(nothing.as_bytes(), None).unwrap_err(),
            Fault::Damaged
        );
    }
    let two = format!("{}{}", ANNE.key_file().as_str(), BRAM.key_file().as_str());
    assert_eq!(
        Opener::read(two.as_bytes(), None).unwrap_err(),
        Fault::Damaged
    );
}

#[test]
fn a_signature_holds_for_these_bytes_and_this_key_only() {
    let signature = ANNE.sign(b"tekst");
    assert!(ANNE.public().signed(b"tekst", &signature));
    assert!(!ANNE.public().signed(b"teksT", &signature));
    assert!(!BRAM.public().signed(b"tekst", &signature));
    assert!(!ANNE.public().signed(b"tekst", &signature[..63]));
    for at in 0..signature.len() {
        let mut changed = signature;
        changed[at] ^= 1;
        assert!(!ANNE.public().signed(b"tekst", &changed), "{at}");
    }
}

#[test]
fn a_public_half_is_one_line_and_its_fingerprint_six_groups_of_five() {
    let public = ANNE.public();
    let line = public.to_string();
    assert_eq!(Public::parse(&line), Some(public.clone()));
    assert_eq!(line.split(' ').count(), 3);
    let fingerprint = public.fingerprint();
    let groups: Vec<&str> = fingerprint.split(' ').collect();
    assert_eq!(groups.len(), 6);
    for group in groups {
        assert!(group.len() == 5 && group.bytes().all(|sign| sign.is_ascii_digit()));
    }
    assert_ne!(fingerprint, BRAM.public().fingerprint());
    // The same reading key with another signing key is somebody else.
    let mixed = Public::new(ANNE.recipient(), BRAM.public().signing()).unwrap();
    assert_ne!(mixed.fingerprint(), fingerprint);
    for wrong in [
        "",
        "age1",
        &line[1..],
        &format!("{line} x"),
        &line[..line.len() - 3],
    ] {
        assert_eq!(Public::parse(wrong), None, "{wrong}");
    }
    assert_eq!(Public::new(ANNE.recipient(), &[0; 32]), None, "a weak key");
}

#[test]
fn recipients_are_all_read_or_none() {
    let (one, other) = (ANNE.recipient(), BRAM.recipient());
    let text = format!("{one}, {other}\n");
    assert_eq!(recipients(&text), Some(vec![one.clone(), other]));
    assert_eq!(recipients(" "), Some(Vec::new()));
    assert_eq!(recipients(&format!("{one} age1x")), None);
    assert_eq!(
        Recipient::parse(&ANNE.key_file()),
        None,
        "never the secret part"
    );
}

#[test]
fn nothing_secret_is_printed_by_accident() {
    let shown = format!("{:?} {:?} {:?}", *ANNE, Opener::from(&*ANNE), passphrase());
    assert_eq!(shown, "Identity Opener Passphrase");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_refused_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let opener = Opener::from(&*ANNE);
        prop_assert!(open(&bytes, &opener).is_err());
        let mut headed = b"age-encryption.org/v1\n".to_vec();
        headed.extend(&bytes);
        prop_assert!(open(&headed, &opener).is_err());
        _ = Public::parse(&String::from_utf8_lossy(&bytes));
        _ = Opener::read(&bytes, None);
    }

    #[test]
    fn whatever_is_sealed_comes_out_again(bytes in prop::collection::vec(any::<u8>(), 0..3000)) {
        let sealed = seal(&bytes, &[ANNE.recipient()]).unwrap();
        let opened = open(&armoured(&sealed), &Opener::from(&*ANNE)).unwrap();
        prop_assert_eq!(opened.as_slice(), bytes.as_slice());
    }
}
