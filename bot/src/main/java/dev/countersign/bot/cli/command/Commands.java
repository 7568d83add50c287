package dev.countersign.bot.cli.command;

import dev.countersign.bot.cli.BotCommand;
import java.util.List;

/** All commands, in the order of the help. */
public final class Commands {
  private Commands() {}

  /** New command objects; each serves one command line. */
  public static List<BotCommand> all() {
    return List.of(
        new DemoCommand(),
        new InitCommand(),
        new DoctorCommand(),
        new ValidateCommand(),
        new VerifyCommand(),
        new RunCommand(),
        new BundleCommand(),
        new ProposeCommand(),
        new DeployCommand(),
        new ReconcileCommand(),
        new SyncCommand(),
        new PreviewCommand(),
        new RollbackCommand(),
        new HoldCommand(),
        new ReleaseCommand(),
        new StatusCommand(),
        new HistoryCommand(),
        new FetchCommand(),
        new DigestCommand(),
        new ServeCommand(),
        new ApproveCommand(),
        new MergeCommand(),
        new CloseCommand(),
        new WaiveCommand());
  }
}
