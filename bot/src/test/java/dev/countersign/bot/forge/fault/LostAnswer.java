package dev.countersign.bot.forge.fault;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** Loses the answer to a request that the forge has carried out. */
public final class LostAnswer implements ResponseTransformerV2 {
  public static final String DROPPED = "dropped";
  public static final String BAD_GATEWAY = "bad-gateway";

  private final String name;

  public LostAnswer(String name) {
    this.name = name;
  }

  @Override
  public Response transform(Response response, ServeEvent event) {
    return name.equals(DROPPED)
        ? Response.response().fault(Fault.EMPTY_RESPONSE).build()
        : Response.response()
            .status(502)
            .headers(new HttpHeaders(new HttpHeader("Content-Type", "text/html")))
            .body("<html>502 Bad Gateway</html>")
            .build();
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public String getName() {
    return name;
  }
}
