import { inject, type App, type InjectionKey } from "vue";
import { api, type Client } from "../api/index.ts";
import { createClient, type HttpCall, type HttpReply } from "../core/index.ts";
import { createLive, type Live } from "../live/client.ts";
import type { Platform } from "./index.ts";

/** What stores and view-models work with. */
export interface Services {
  readonly platform: Platform;
  readonly client: Client;
  readonly live: Live;
  readonly session: Session;
}

/** The session of this app: the token where the client keeps one, and who wants to know when it ended. */
export interface Session {
  token(): string | null;
  keep(token: string | null): void;
  onEnded(hear: () => void): void;
}

const servicesKey: InjectionKey<Services> = Symbol("services");
const TOKEN = "session";

/** Builds the services of one app over its platform. */
export function createServices(platform: Platform): Services {
  const hearers = new Set<() => void>();
  let sessions = 0;
  const session: Session = {
    token: () => platform.storage.read(TOKEN),
    keep(token) {
      sessions += 1;
      if (token) platform.storage.write(TOKEN, token);
      else platform.storage.remove(TOKEN);
    },
    onEnded: (hear) => void hearers.add(hear),
  };

  async function send(call: HttpCall): Promise<HttpReply> {
    const current = sessions;
    const reply = await platform.send(call, session.token());
    // Another tab may have signed out and taken the cookie along: then the server only sees a guest.
    const ended = /^account\.(session_ended|sign_in_needed)$/.test(codeIn(reply));
    // What was asked before somebody signed in says nothing about their session.
    if (ended && current === sessions) {
      session.keep(null);
      for (const hear of hearers) hear();
    }
    return reply;
  }

  const live = createLive(platform.socket(session.token));
  return { platform, client: createClient(api, send), live, session };
}

const codeIn = (reply: HttpReply) => String((reply.body as { code?: unknown } | null)?.code ?? "");

/** Gives an app its services; stores and view-models find them by `usePlatform`. */
export function providePlatform(app: App, platform: Platform): Services {
  const services = createServices(platform);
  app.provide(servicesKey, services);
  return services;
}

/** The services of the running app. */
export function usePlatform(): Services {
  const services = inject(servicesKey);
  if (!services) throw new Error("usePlatform was called outside an app that provides a platform");
  return services;
}
