//! The help in Dutch: own headings and template, and the words that clap would put in itself (aliases, possible values,
//! defaults) written by us.

use clap::{Arg, ArgAction, Command, CommandFactory};

use super::{Cli, NAME};
use crate::commands::shared;
use crate::text::nl;

/// The whole command line, in Dutch.
pub fn command() -> Command {
    let text = nl();
    let mut command = dutch(Cli::command())
        .about(text.program.about())
        .after_help(format!(
            "{}\n\n{}",
            text.program.not_official(),
            shared::danger()
        ))
        .arg(
            Arg::new("versie")
                .short('V')
                .long("version")
                .alias("versie")
                .help(text.usage.version())
                .help_heading(text.usage.heading_always())
                .action(ArgAction::Version),
        );
    command.build();
    usage(command)
}

/// One command and all under it: headings, template, own help option.
fn dutch(command: Command) -> Command {
    let text = &nl().usage;
    let has_commands = command.has_subcommands();
    // What the program itself takes, every command takes.
    let root = command.get_name() == NAME;
    let mut command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .help_template(if has_commands {
            format!(
                "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
                text.heading_usage()
            )
        } else {
            format!(
                "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
                text.heading_usage()
            )
        })
        .subcommand_help_heading(text.heading_commands())
        .subcommand_value_name(text.command_word())
        .mut_args(|one| argument(one, root))
        .arg(
            Arg::new("hulp")
                .short('h')
                .long("help")
                .alias("hulp")
                .help(text.help())
                .help_heading(text.heading_always())
                .action(ArgAction::Help),
        );
    let aliases: Vec<String> = command.get_all_aliases().map(str::to_owned).collect();
    if let (false, Some(about)) = (aliases.is_empty(), command.get_about()) {
        let about = format!("{about} {}", text.also(aliases.join(", ")));
        command = command.about(about);
    }
    command.mut_subcommands(dutch)
}

/// One argument: its heading, and the words behind its help.
fn argument(argument: Arg, root: bool) -> Arg {
    let text = &nl().usage;
    let mut help = argument
        .get_help()
        .map(ToString::to_string)
        .unwrap_or_default();
    let mut add = |words: String| {
        help.push(' ');
        help.push_str(&words);
    };
    let aliases = argument.get_all_aliases().unwrap_or_default();
    if !aliases.is_empty() {
        let names: Vec<String> = aliases.iter().map(|name| format!("--{name}")).collect();
        add(text.also(names.join(", ")));
    }
    let takes_value = argument.get_action().takes_values();
    let values: Vec<String> = argument
        .get_possible_values()
        .iter()
        .filter(|value| !value.is_hide_set())
        .map(|value| value.get_name().to_owned())
        .collect();
    if takes_value && !values.is_empty() {
        add(text.possible(values.join(", ")));
    }
    let defaults: Vec<String> = argument
        .get_default_values()
        .iter()
        .map(|value| value.to_string_lossy().into_owned())
        .collect();
    if takes_value && !defaults.is_empty() {
        add(text.default(defaults.join(", ")));
    }
    let heading = if root || argument.is_global_set() {
        text.heading_always()
    } else if argument.is_positional() {
        text.heading_arguments()
    } else {
        text.heading_options()
    };
    argument
        .help(help)
        .help_heading(heading)
        .hide_possible_values(takes_value)
        .hide_default_value(takes_value)
}

/// The usage line with our own word for options.
fn usage(command: Command) -> Command {
    let text = &nl().usage;
    let shown = command.clone().render_usage().to_string();
    let shown = shown
        .trim_start_matches("Usage: ")
        .replace("[OPTIONS]", &format!("[{}]", text.options_word()));
    command.override_usage(shown).mut_subcommands(usage)
}
