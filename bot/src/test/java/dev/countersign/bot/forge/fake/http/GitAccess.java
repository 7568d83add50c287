package dev.countersign.bot.forge.fake.http;

import dev.countersign.bot.forge.fake.FakeForge;
import dev.countersign.bot.forge.fake.Person;
import dev.countersign.bot.forge.fake.Token;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jgit.http.server.GitFilter;
import org.eclipse.jgit.http.server.resolver.AsIsFileService;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.UploadPack;

/** Git's smart protocol over HTTP for the one repository. */
final class GitAccess {
  private final Wire wire;
  private final GitRights rights;

  GitAccess(Wire wire, GitRights rights) {
    this.wire = wire;
    this.rights = rights;
  }

  /** Puts itself before whatever else answers. */
  void install(ServletContextHandler context, String repositoryPath) {
    Filter gate = new GitGate(wire, rights, repositoryPath);
    context.addFilter(gate, "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addFilter(filter(), "/*", EnumSet.of(DispatcherType.REQUEST));
  }

  private GitFilter filter() {
    GitFilter filter = new GitFilter();
    filter.setAsIsFileService(AsIsFileService.DISABLED);
    filter.setRepositoryResolver(
        (request, name) -> {
          Repository repository = wire.forge().repository().jgit();
          repository.incrementOpen();
          return repository;
        });
    filter.setUploadPackFactory(GitAccess::upload);
    filter.setReceivePackFactory(this::receive);
    return filter;
  }

  private static UploadPack upload(HttpServletRequest request, Repository repository) {
    UploadPack upload = new UploadPack(repository);
    upload.setRequestPolicy(UploadPack.RequestPolicy.ANY);
    String protocol = request.getHeader("Git-Protocol");
    if (protocol != null) {
      upload.setExtraParameters(List.of(protocol.split(":")));
    }
    return upload;
  }

  private ReceivePack receive(HttpServletRequest request, Repository repository) {
    Token token = (Token) request.getAttribute(GitGate.TOKEN);
    ReceivePack receive = new ReceivePack(repository);
    receive.setAtomic(false);
    receive.setPreReceiveHook((pack, commands) -> judge(token, commands));
    receive.setPostReceiveHook((pack, commands) -> pushed(token.owner()));
    return receive;
  }

  private void judge(Token token, Collection<ReceiveCommand> commands) {
    for (ReceiveCommand command : commands) {
      rights
          .refusal(token, command)
          .ifPresent(
              reason -> command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, reason));
    }
  }

  private void pushed(Person by) {
    FakeForge forge = wire.forge();
    forge.oneAtATime(
        () -> {
          forge.pass();
          forge.mergeRequests().refresh(by);
          return by;
        });
  }
}
