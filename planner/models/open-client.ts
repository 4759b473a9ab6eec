import { Anthropic } from "@anthropic-ai/sdk";
import type { MessageCreateParamsStreaming, RawMessageStreamEvent } from "@anthropic-ai/sdk/resources/messages";
import type { OAuth2Client } from "google-auth-library";
import { Failure } from "../../terms/failure.ts";
import type { Secret } from "../../terms/secret.ts";
import { defaultBaseUrl, type ModelSettings } from "./model-settings.ts";

/** The calls that are made of a client of any provider. */
export interface MessagesClient {
  readonly create: (
    body: MessageCreateParamsStreaming,
    options: { readonly signal: AbortSignal },
  ) => PromiseLike<AsyncIterable<RawMessageStreamEvent>>;
  /**
   * Looks whether the endpoint is there, without asking a model anything: `model`, it has the model; `endpoint`, something answers,
   * and whether it has the model is not known. Rejects with what the endpoint or the network gave instead.
   */
  readonly probe: (options: { readonly signal: AbortSignal }) => Promise<"model" | "endpoint">;
}

/** A cloud lists no models to who may merely use one. Any answer shows that its address is right; redirects lead elsewhere. */
async function probeAddress(address: string, signal: AbortSignal): Promise<"endpoint"> {
  await fetch(address, { method: "HEAD", redirect: "manual", signal });
  return "endpoint";
}

// Retries are made by the loop, so that each of them is kept; what goes wrong is said once, by our own message.
const quiet = { maxRetries: 0, logLevel: "off" } as const;

function notInstalled(name: string, provider: string, cause: unknown): Failure<"config/missing"> {
  return new Failure(
    "config/missing",
    { setting: name },
    {
      found: `LLM_PROVIDER is ${provider}, and its client ${name} is not installed.`,
      why: "The model cannot be reached without it, so nothing was planned.",
      help: `Run npm install ${name}, or leave LLM_PROVIDER out for an endpoint that speaks the Messages API itself.`,
    },
    cause,
  );
}

async function openBedrock({ apiKey, awsKeys, cloud, baseUrl }: ModelSettings): Promise<MessagesClient> {
  const { AnthropicBedrock } = await import("@anthropic-ai/bedrock-sdk").catch((error: unknown) => {
    throw notInstalled("@anthropic-ai/bedrock-sdk", "bedrock", error);
  });
  const place = {
    ...quiet,
    // Null where there is none: the variable that the client would look for has left the environment.
    apiKey: apiKey?.reveal() ?? null,
    ...(cloud?.region === undefined ? {} : { awsRegion: cloud.region }),
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
  };
  const client =
    awsKeys === undefined
      ? new AnthropicBedrock(place)
      : new AnthropicBedrock({
          ...place,
          awsAccessKey: awsKeys.accessKeyId.reveal(),
          awsSecretKey: awsKeys.secretAccessKey.reveal(),
          awsSessionToken: awsKeys.sessionToken?.reveal() ?? null,
        });
  return {
    create: (body, options) => client.messages.create(body, options),
    probe: ({ signal }) => probeAddress(client.baseURL, signal),
  };
}

/** Signs in with an access token that somebody got; undefined: with Google's own chain of credentials. */
async function googleClient(accessToken: Secret | undefined): Promise<OAuth2Client | undefined> {
  if (accessToken === undefined) return undefined;
  // It comes with the client of Vertex.
  const { OAuth2Client } = await import("google-auth-library");
  const client = new OAuth2Client();
  client.setCredentials({ access_token: accessToken.reveal() });
  return client;
}

async function openVertex({ apiKey, cloud, baseUrl }: ModelSettings): Promise<MessagesClient> {
  const { AnthropicVertex } = await import("@anthropic-ai/vertex-sdk").catch((error: unknown) => {
    throw notInstalled("@anthropic-ai/vertex-sdk", "vertex", error);
  });
  const authClient = await googleClient(apiKey);
  const client = new AnthropicVertex({
    ...quiet,
    ...(authClient === undefined ? {} : { authClient }),
    region: cloud?.region ?? null,
    projectId: cloud?.projectId ?? null,
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
  });
  return {
    create: (body, options) => client.messages.create(body, options),
    probe: ({ signal }) => probeAddress(client.baseURL, signal),
  };
}

/** Opens the client of the provider. Rejects with `config/missing` where a cloud's client is not installed. */
export async function openClient(settings: ModelSettings): Promise<MessagesClient> {
  switch (settings.provider ?? "messages") {
    case "bedrock":
      return openBedrock(settings);
    case "vertex":
      return openVertex(settings);
    case "messages": {
      const { messages, models } = new Anthropic({
        ...quiet,
        apiKey: settings.apiKey?.reveal() ?? null,
        baseURL: settings.baseUrl ?? defaultBaseUrl,
      });
      return {
        create: (body, options) => messages.create(body, options),
        probe: async (options) => {
          await models.retrieve(settings.model, undefined, options);
          return "model";
        },
      };
    }
  }
}
