//! The real program, run in a folder of its own, away from the settings and cases of whoever runs the tests.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use tempfile::TempDir;

use top3::case::{Origin, Ring};
use top3::keys::{Identity, Opener, Passphrase};

/// What opens the identity of [`Program::with_keys`].
pub const PASSPHRASE: &str = "zeven blauwe fietsen";

/// The keys of a program.
pub struct Keys {
    pub identity: Identity,
    /// The path of the key file.
    pub file: String,
}

impl Keys {
    /// What a store needs to open what the program wrote.
    pub fn ring(&self) -> Ring {
        Ring {
            opener: Opener::from(&self.identity),
            also: Vec::new(),
            actor: "proef".to_owned(),
            origin: Origin::Command,
        }
    }
}

/// A folder with its own settings and cases.
pub struct Program {
    folder: TempDir,
}

/// What one run gave.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Program {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// The folder of the cases.
    pub fn cases(&self) -> PathBuf {
        self.folder.path().join("casussen")
    }

    /// A file in the working folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.file(name), text).unwrap();
    }

    /// The options that keep it in its folder, on a fixed day.
    pub fn always(&self) -> Vec<String> {
        [
            "--map",
            &self.cases().display().to_string(),
            "--instellingen",
            &self.file("instellingen.yaml").display().to_string(),
            "--datum",
            "2026-03-12",
        ]
        .map(str::to_owned)
        .to_vec()
    }

    /// Gives it an identity, guarded with so little work that a test takes no time, and a key file beside it. Gives the keys.
    pub fn with_keys(&self) -> Keys {
        let identity = Identity::generate().unwrap();
        let guarded = identity.guarded(&Passphrase::typed(PASSPHRASE), 2).unwrap();
        fs::create_dir(self.file("sleutels")).unwrap();
        fs::write(self.file("sleutels/identiteit.age"), guarded).unwrap();
        self.write("sleutel.txt", &identity.key_file());
        self.write("instellingen.yaml", "sleutels: sleutels\n");
        Keys {
            file: self.file("sleutel.txt").display().to_string(),
            identity,
        }
    }

    pub fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, "")
    }

    /// Runs it with this on standard input.
    pub fn run_with(&self, args: &[&str], input: &str) -> Run {
        let output = Command::cargo_bin("top3")
            .unwrap()
            .current_dir(self.folder.path())
            .env_remove("NO_COLOR")
            .args(self.always())
            .args(args)
            .write_stdin(input)
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Run {
            code: output.status.code(),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// Makes a case from a shipped example; gives its number.
    pub fn example(&self, name: &str) -> String {
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("examples")
            .join(name);
        let file = file.display().to_string();
        let run = self.run(&["nieuw", "--antwoorden", &file, "--onversleuteld"]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        run.out.trim().to_owned()
    }
}

/// The files in the folder of the cases.
pub fn names(program: &Program) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(program.cases())
        .map(|entries| {
            entries
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect()
        })
        .unwrap_or_default();
    names.sort();
    names
}

/// Two halves: what happened, and on a new line what to do now.
pub fn refused(run: &Run, code: i32, words: &[&str]) {
    assert_eq!(run.code, Some(code), "{run:?}");
    assert_eq!(run.out, "", "{run:?}");
    let flat = run.err.replace('\n', " ");
    for word in words {
        assert!(flat.contains(word), "`{word}` is not in:\n{}", run.err);
    }
    assert!(run.err.trim_end().lines().count() >= 2, "{}", run.err);
    assert!(!flat.contains("panicked") && !flat.contains("os error"));
}
