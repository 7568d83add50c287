package dev.countersign.bot.forge.fake.http;

import dev.countersign.bot.forge.fake.Token;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Lets a Git client in by the password, which is a token; the user name does not matter. */
final class GitGate implements Filter {
  static final String TOKEN = "git-token";
  private static final String BASIC = "Basic ";

  private final Wire wire;
  private final GitRights rights;
  private final String repositoryPath;

  GitGate(Wire wire, GitRights rights, String repositoryPath) {
    this.wire = wire;
    this.rights = rights;
    this.repositoryPath = repositoryPath;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (!isGit(http)) {
      chain.doFilter(request, response);
      return;
    }
    HttpServletResponse answer = (HttpServletResponse) response;
    Optional<String> password = password(http);
    Optional<Token> token = password.flatMap(wire.forge().people()::token);
    int status = status(http, password.isPresent(), token);
    note(http, token, status);
    if (status == HttpServletResponse.SC_OK) {
      token.ifPresent(known -> http.setAttribute(TOKEN, known));
      chain.doFilter(request, response);
      return;
    }
    refuse(answer, status);
  }

  private int status(HttpServletRequest request, boolean presented, Optional<Token> token) {
    if (token.isEmpty() && (presented || !rights.mayFetch(token))) {
      return HttpServletResponse.SC_UNAUTHORIZED;
    }
    if (!isOurs(request)) {
      return HttpServletResponse.SC_NOT_FOUND;
    }
    if (isPush(request)) {
      return token.isEmpty()
          ? HttpServletResponse.SC_UNAUTHORIZED
          : rights.mayPush(token.get()) ? 200 : HttpServletResponse.SC_FORBIDDEN;
    }
    return rights.mayFetch(token) ? 200 : HttpServletResponse.SC_FORBIDDEN;
  }

  private static void refuse(HttpServletResponse response, int status) throws IOException {
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"Git\"");
    }
    response.setStatus(status);
    response.setContentType("text/plain");
    response.getWriter().write(status == 401 ? "HTTP Basic: Access denied." : "Not allowed.");
  }

  private static boolean isGit(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.endsWith("/info/refs")
        || path.endsWith("/git-upload-pack")
        || path.endsWith("/git-receive-pack");
  }

  private boolean isOurs(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith(repositoryPath + ".git/") || path.startsWith(repositoryPath + "/");
  }

  private static boolean isPush(HttpServletRequest request) {
    return request.getRequestURI().endsWith("/git-receive-pack")
        || "git-receive-pack".equals(request.getParameter("service"));
  }

  private static Optional<String> password(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.startsWith(BASIC)) {
      return Optional.empty();
    }
    byte[] pair = Base64.getDecoder().decode(header.substring(BASIC.length()));
    String text = new String(pair, StandardCharsets.UTF_8);
    return Optional.of(text.substring(text.indexOf(':') + 1));
  }

  private void note(HttpServletRequest request, Optional<Token> token, int status) {
    wire.journal()
        .addGit(
            new Journal.Call(
                request.getMethod(),
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()).orElse(""),
                status,
                token.map(known -> known.owner().login()).orElse(""),
                isPush(request),
                true));
  }
}
