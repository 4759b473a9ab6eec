/** Whether a host, as a URL has it, is this machine itself: what goes there crosses no line. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
}
