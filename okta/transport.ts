import ky from "ky";
import { cancelledDelivery, type Delivery, type Outgoing, type TransportLimits } from "./delivery.ts";
import { sendOnWire } from "./wire.ts";

/**
 * Ky's own retries, time-outs and error classes are off: a retry has to pass through pacing again and be kept in the journal as a
 * try of its own, and a time-out has to cover the body. Redirects are handed back, never followed: the credential goes to one host.
 */
const client = ky.create({ retry: 0, timeout: false, throwHttpErrors: false, redirect: "manual" });

async function outgoingOf(request: Request): Promise<Outgoing> {
  const { method, url } = request;
  const headers = Object.fromEntries(request.headers);
  return request.body === null ? { method, url, headers } : { method, url, headers, body: await request.text() };
}

/** Sends one request that is no read, as for a token, once. Never rejects: what goes wrong on the way is a fault. */
export async function sendOnce(outgoing: Outgoing, limits: TransportLimits, signal: AbortSignal): Promise<Delivery> {
  const { url, ...rest } = outgoing;
  let delivery: Delivery = cancelledDelivery;
  // The signal is not ky's: it would make three more of it for every request. The body is taken in whole by the wire.
  await client(url, {
    ...rest,
    fetch: async (input) => {
      const request = input instanceof Request ? input : new Request(input);
      delivery = await sendOnWire(await outgoingOf(request), limits, signal);
      return delivery.kind === "reply" ? new Response(null, { status: delivery.status }) : Response.error();
    },
  });
  return delivery;
}
