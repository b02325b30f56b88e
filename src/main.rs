//! The program `top3`: reads what was typed, looks at the outside, does it, and turns an error into text and exit code.

use std::io::{IsTerminal, Write};
use std::panic;
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind as Refused;

use top3::cli::{self, Cli};
use top3::error::{Error, ErrorKind};
use top3::text::{nl, wrap};
use top3::world::World;

fn main() -> ExitCode {
    no_core_dump();
    panic::set_hook(Box::new(calm));
    match panic::catch_unwind(run) {
        Ok(code) => code,
        Err(_) => ErrorKind::Machine.exit_code().into(),
    }
}

/// A core dump would hold all that the program knows: keys, passphrases, answers.
#[cfg(unix)]
fn no_core_dump() {
    use nix::sys::resource::{Resource, setrlimit};
    // Whoever may not set this has no dumps to fear either.
    _ = setrlimit(Resource::RLIMIT_CORE, 0, 0);
}

#[cfg(not(unix))]
fn no_core_dump() {}

fn run() -> ExitCode {
    let typed = cli::command()
        .try_get_matches()
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let typed = match typed {
        Ok(typed) => typed,
        Err(shown) if matches!(shown.kind(), Refused::DisplayHelp | Refused::DisplayVersion) => {
            return match writeln!(
                std::io::stdout(),
                "{}",
                shown.render().to_string().trim_end()
            ) {
                Ok(()) => ExitCode::SUCCESS,
                Err(fault) => fail(&fault.into(), 80),
            };
        }
        Err(fault) => return fail(&cli::refusal(&fault), 80),
    };
    let mut world = match World::open(&typed.always.wishes()) {
        Ok(world) => world,
        Err(error) => return fail(&error, 80),
    };
    let width = world.width;
    match typed.run(&mut world) {
        Ok(done) => done.exit_code().into(),
        Err(error) => fail(&error, width),
    }
}

/// Tells what went wrong. When even that cannot be written, the exit code still says it.
fn fail(error: &Error, width: usize) -> ExitCode {
    let text = error.text(width);
    if !text.is_empty() {
        _ = writeln!(std::io::stderr(), "{text}");
        hold();
    }
    error.kind.exit_code().into()
}

/// Who double-clicked the program on Windows would not see its last words: the window closes with it.
fn hold() {
    let alone = std::env::args_os().len() == 1;
    if cfg!(windows) && alone && std::io::stderr().is_terminal() {
        _ = writeln!(std::io::stderr(), "{}", nl().program.press_enter());
        _ = std::io::stdin().read_line(&mut String::new());
    }
}

/// A panic is ours, never the user's: say so calmly, with the place in our code and nothing of what was being handled.
fn calm(info: &panic::PanicHookInfo<'_>) {
    let place = info
        .location()
        .map(|place| (place.file(), place.line()))
        .filter(|(file, _)| file.starts_with("src"))
        .map_or_else(|| "-".to_owned(), |(file, line)| format!("{file}:{line}"));
    let text = &nl().program;
    let words = [text.unexpected(place), text.kept(), text.unexpected_todo()];
    if std::io::stderr().is_terminal() {
        _ = console::Term::stderr().show_cursor();
    }
    _ = writeln!(std::io::stderr(), "{}", wrap(&words.join("\n"), 80));
}
