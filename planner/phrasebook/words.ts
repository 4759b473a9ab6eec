/** One word of a question, as the grammar sees it. */
export interface Word {
  /** As written, quotes removed. */
  readonly text: string;
  readonly lower: string;
  /** True where the operator put it in quotes: then it is a name, whatever it says. */
  readonly quoted: boolean;
}

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\b(have|has|had|do|does|did|are|is|was|were)n['’]t\b/gi, "$1 not"],
  [/(\d),(?=\d{3}\b)/g, "$1"],
  [/\b(are|is|do|does|have|has)nt\b/gi, "$1 not"],
  [/\bdont\b/gi, "do not"],
  [/\bcan['’]t\b|\bcannot\b/gi, "can not"],
  [/\bwho['’]s got\b/gi, "who has"],
  [/^(is|are|has|have|can) (?:anyone|anybody|someone|somebody) (?=\w)/i, "who $1 "],
  [/^(?:does|do) (?:anyone|anybody|someone|somebody) (?=\w)/i, "who "],
  [/\b(who|what|that)['’]s\b/gi, "$1 is"],
  [/\b(who|they)['’]ve\b/gi, "$1 have"],
  [/\b(who|they|what)['’]re\b/gi, "$1 are"],
  [/\bi['’]d\b/gi, "I would"],
  [
    /\b(users|admins|people|members|accounts)['’](?= (last|department|title|manager|password|status|email|login)\b)/gi,
    "$1 whose",
  ],
  [/(?<!\b(?:no|a|any|last|without)\s)\blog-?ins?\s+in\b/gi, "log in"],
  [
    /(\S)['’]s(?= (mfa |admin |assigned |own )?(groups?|group memberships?|apps|applications|factors?|roles?|details|profile|managers?|department|title|emails?|status|last|logins?)\b)/gi,
    "$1 's",
  ],
  [
    /\b(users|admins|members|accounts)['’](?= (mfa |admin )?(groups|group memberships|apps|applications|factors|roles|emails|logins|names)\b)/gi,
    "$1 's",
  ],
  [/\b(sign|log)-(in|on|ins|ons)\b/gi, "$1-$2"],
];

/** What opens or closes a question and asks for nothing; it may be left out. */
const courtesies: readonly RegExp[] = [
  /^(hi|hello|hey)( there)?[,!.]?\s+/i,
  /^please,?\s+/i,
  /^(can|could|would|will) you (please )?(?=list|show|find|get|give|tell|fetch|display|identify|pull|export|count)/i,
  /^(i want|i need|i would like|we need|we want)( you)? to (see|know|get|find out)\s+(?!if\b|whether\b)/i,
  /^(i want|i need|i would like|we need|we want) (?=an? list|a report|all|every|the list)/i,
  /^(can|could|may) i (please )?(get|see|have) /i,
  /^(i am|i'm|i’m|we are|we're|we’re) (looking for|after|interested in|trying to (find|get|see|list)) /i,
  /^(help me|let me|let us|let's) (?=find|see|list|get|know|show|identify|understand|check)/i,
  /^(can|could|would|will) you (please )?(tell|let) (me|us) (know )?(?=which|who|what|how many|the|all|every)/i,
  /^(do you know|any idea|let (me|us) know) (?=which|who|what|how many)/i,
  /^(ok|okay|so|now|and|right|well|also),?\s+(?=\w)/i,
  /^for (an? |our |the )?(audit|review|compliance|security review|report),?\s+/i,
  /^tell me (?=which|who|what|how many|the)/i,
  /(?<=\bnot?\b.*)\s+yet(?=[?.!]*$)/i,
  /(?<=\b(?:no|not|any|without)\b.*)(?<!\b(?:log|sign)-?ins?)\s+(at all|whatsoever)(?=[?.!]*$)/i,
  /,\s+all of (them|it)(?=[?.!]*$)/i,
  // How it is to be read says nothing of what is asked for.
  /[,.]?\s+((using|by|through|via|with)( only)?( the)?( okta)? api( calls)?|api calls)( only)?(?=[?.!]*$)/i,
  /\s+without( using)?( any)? sql(?=[?.!]*$)/i,
  /[,.]?\s*(please|thanks|thank you)[.!]*$/i,
  /\s+(right now|at the moment|as of now|at present)(?=[?.!]*$)/i,
];

/** The words of a question in order: quoted texts as one word each, commas as words of their own, courtesies and the end mark dropped. */
export function splitWords(question: string): readonly Word[] {
  const plain = contractions.reduce((text, [found, put]) => text.replace(found, put), question.normalize("NFC").trim());
  const asked = courtesies.reduce((text, courtesy) => text.replace(courtesy, ""), plain);
  const found = asked.matchAll(/["“]([^"”]+)["”]|(?<![\p{L}\p{N}])['‘]([^'’]+)['’](?![\p{L}\p{N}])|,|[^\s,"“”]+/gu);
  return [...found].flatMap((match): readonly Word[] => {
    const quoted = match[1] ?? match[2];
    if (quoted !== undefined) return [{ text: quoted, lower: quoted.toLowerCase(), quoted: true }];
    const text = match[0].replace(/[?!.:;]+$/, "").replace(/^[(]|[)]$/g, "");
    return text === "" ? [] : [{ text, lower: text.toLowerCase(), quoted: false }];
  });
}
