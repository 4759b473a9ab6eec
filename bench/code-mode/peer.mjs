// What `npm run bench -- lists` compares with: the same work in @utcp/code-mode, over the same emulated org.
// A process of its own, since isolated-vm needs a flag that Attest's own process does without. Prints JSON: milliseconds by case.
import { CodeModeUtcpClient } from "@utcp/code-mode";

const [origin = "", token = "", casesText = "[]", rounds = "3"] = process.argv.slice(2);

async function readPage({ target }) {
  const response = await fetch(new URL(target, origin), {
    headers: { authorization: `SSWS ${token}`, accept: "application/json" },
  });
  const next = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get("link") ?? "")?.[1] ?? null;
  return { items: await response.json(), next };
}

const client = await CodeModeUtcpClient.create(process.cwd(), null);
const page = { name: "okta.page", description: "", inputs: { type: "object", properties: {} }, outputs: {}, tags: [] };
// Its own HTTP protocol would be measured too; what is of interest here is its sandbox.
client.getTools = async () => [page];
client.config.tool_repository.getTools = async () => [page];
client.callTool = async (_name, given) => await readPage(given);

const measured = {};
for (const { name, code } of JSON.parse(casesText)) {
  const times = [];
  let count;
  for (let round = 0; round <= Number(rounds); round += 1) {
    const started = performance.now();
    const { result, logs } = await client.callToolChain(code, 60_000, 256);
    if (!Array.isArray(result)) throw new Error(`${name}: ${JSON.stringify(result)} ${logs.join(" ")}`);
    count = result.length;
    if (round > 0) times.push(performance.now() - started);
  }
  measured[name] = { times, count };
}
process.stdout.write(JSON.stringify(measured));
