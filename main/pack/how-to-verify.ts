/** How whoever receives a pack checks it without Attest: `sh`, `jq`, `sha256sum` and `cmp` are enough. */
export const howToVerify = `# How to verify this pack

You need \`sh\`, \`jq\`, \`sha256sum\` and \`cmp\`, which most systems have; nothing of Attest. Each run has a folder of its own.
Go into it and run these three checks. Each prints nothing but its last line when it holds.

1. The chain: every entry's hash follows from the entry before it, so that none was changed, put in, left out or moved.

\`\`\`sh
previous=0000000000000000000000000000000000000000000000000000000000000000
jq -cS '{at,bodyHash,chain,detailHash,facts,kind,number,subject}' chain.jsonl > .canonical
jq -r .hash chain.jsonl > .hashes
while IFS= read -r entry && IFS= read -r expected <&3; do
  previous=$(printf '%s\\n%s' "$previous" "$entry" | sha256sum | cut -d' ' -f1)
  [ "$previous" = "$expected" ] || { echo "BAD ENTRY: $entry"; exit 1; }
done < .canonical 3< .hashes
rm .canonical .hashes
echo "the chain holds, its last hash is $previous"
\`\`\`

2. The texts: every request, every response and the rows are what the chain says. A text's file holds a random line, so that a
   hash gives nothing away once a text is erased, and then the text.

\`\`\`sh
jq -r '(select(.detailHash) | "\\(.detailHash)  texts/\\(.number)-detail"), (select(.bodyHash) | "\\(.bodyHash)  texts/\\(.number)-body")' chain.jsonl | sha256sum --check --quiet && echo "every text holds"
\`\`\`

3. The rows: \`rows.json\` is the text that the last entry of the run keeps. \`rows.csv\` and \`rows.xlsx\` show the same.

\`\`\`sh
ended=$(jq -r 'select(.kind == "run-ended") | .number' chain.jsonl | tail -n 1)
tail -n +2 "texts/$ended-body" | cmp - rows.json && echo "the rows hold"
\`\`\`

To follow one cell: find its row (from 0) and column in \`cells.csv\`. It names a step and a pointer (RFC 6901). \`requests.csv\` has
the step's request (of a step below 0 the file that the run was given), when it was answered, Okta's own request id, and the file with the response; the pointer is the place in it.
\`tail -n +2 FILE | jq\` shows the response. Okta's request id can be given to Okta's support.

What this cannot show: that whoever made the pack did not make up all of it. For that, compare the chain's last hash with the one
that was noted when the run was made, such as in an anchor of the journal that was kept elsewhere.
`;
