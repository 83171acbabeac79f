//! Tells Zed how the language server of `findings` is started.

use zed_extension_api as zed;

struct Findings;

impl zed::Extension for Findings {
    fn new() -> Self {
        Findings
    }

    fn language_server_command(
        &mut self,
        _server: &zed::LanguageServerId,
        folder: &zed::Worktree,
    ) -> zed::Result<zed::Command> {
        let program = folder
            .which("findings")
            .ok_or("the program findings is not among those that a terminal finds")?;
        Ok(zed::Command {
            command: program,
            args: vec!["lsp".to_string()],
            env: folder.shell_env(),
        })
    }
}

zed::register_extension!(Findings);
