/** How whoever receives a pack checks it without Attest: `sh`, `jq`, `sha256sum`, `cmp` and `openssl` are enough. */
export const howToVerify = `# How to verify this pack

You need \`sh\`, \`jq\`, \`sha256sum\` and \`cmp\`, which most systems have, and \`openssl\` (3.0 or newer) for the last check; nothing of
Attest. Each run has a folder of its own. Go into it and run these four checks. Each prints nothing but its last line when it holds.

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

4. The anchor, where there is one (\`anchor.json\`): the end of the journal was signed at a time at which this run was in it.
   \`journal-chain.jsonl\` is the journal's own chain from the entry that vouches for the run up to the one that was signed.

\`\`\`sh
vouched=$(head -n 1 journal-chain.jsonl | jq -r '.facts | fromjson | .hash')
jq -r .hash chain.jsonl | grep -qx "$vouched" || { echo "the journal vouches for another run"; exit 1; }
previous=$(head -n 1 journal-chain.jsonl | jq -r .previous)
jq -cS '{at,bodyHash,chain,detailHash,facts,kind,number,subject}' journal-chain.jsonl > .canonical
while IFS= read -r entry; do
  previous=$(printf '%s\\n%s' "$previous" "$entry" | sha256sum | cut -d' ' -f1)
done < .canonical
[ "$previous" = "$(jq -r .hash anchor.json)" ] || { echo "the anchor is of another journal"; exit 1; }
jq -j '"attest journal anchor\\n\\(.journal)\\n\\(.number)\\n\\(.hash)\\n\\(.at)\\n"' anchor.json > .signed
jq -r .signature anchor.json | base64 -d > .signature
jq -r .key anchor.json | base64 -d > .key
openssl pkeyutl -verify -pubin -keyform DER -inkey .key -rawin -in .signed -sigfile .signature > .verdict 2>&1 || { cat .verdict; exit 1; }
rm .canonical .signed .signature .key .verdict
echo "the anchor holds: signed at $(jq -r .at anchor.json)"
\`\`\`

To follow one cell: find its row (from 0) and column in \`cells.csv\`. It names a step and a pointer (RFC 6901). \`requests.csv\` has
the step's request (of a step below 0 the file that the run was given), when it was answered, Okta's own request id, and the file with the response; the pointer is the place in it.
\`tail -n +2 FILE | jq\` shows the response. Okta's request id can be given to Okta's support.

What this cannot show: that whoever made the pack did not make up all of it, its anchor and the key in it too. For that, compare
\`anchor.json\` with the anchor of that entry that somebody else was given when it was signed (a webhook, a file elsewhere), or
the chain's last hash with the one that was noted when the run was made.
`;
