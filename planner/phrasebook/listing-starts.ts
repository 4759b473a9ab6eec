import type { ShownColumn } from "./reading.ts";

/** What a question that names something else first asks for: a list, and what is shown beside it. */
interface ListingStart {
  readonly listing: string;
  readonly shown: readonly ShownColumn[];
}

const asked = "list|show|find|get|give|display|export|report|pull|what|tell? me|us? are|is? the|our?";
const each = "each|every|all? of? the|our?";
const groups: ListingStart = { listing: "groups", shown: [] };
const users: ListingStart = { listing: "apps", shown: ["users"] };
const certificates: ListingStart = { listing: "apps", shown: ["certificate"] };
const people = "members|users|people|member|user";
const counts = "number|count|counts|total|totals|size|sizes";

/** How a list is asked for by what stands beside each item; the words for the list follow. */
export const listingStarts: readonly (readonly [pattern: string, start: ListingStart])[] = [
  [`how big|large|populated is|are ${each}`, groups],
  [`${asked} ${counts} of|for ${each}`, groups],
  [`${asked} ${people} ${counts} of|for|per|by ${each}`, groups],
  [`${asked} ${counts} of ${people} per|by|in|for|of ${each}`, groups],
  [`${asked} ${people} per`, groups],
  [`how many ${people} per`, groups],
  [`how many ${people} are|is? there? in|of ${each}`, groups],
  [`how many ${people} does|do ${each}`, groups],
  [`${asked} users|people|assignment|user ${counts}? of|for|per|by ${each}`, users],
  [`${asked} ${counts} of assigned? users|people per|by|in|for|of ${each}`, users],
  ["how many users|people per", users],
  [`how many users|people have|has access? to? ${each}`, users],
  [`how many users|people are|is? assigned? to ${each}`, users],
  [`how many users|people does|do ${each}`, users],
  [
    `${asked} signing? certificate|certificates|cert|certs? expiry|expiration|expiring date|dates? of|for|on ${each}`,
    certificates,
  ],
  [`when do|will|does the? signing? certificates|certificate|certs of|for|on ${each}`, certificates],
];

const sizes = "number|count|counts|size|sizes|total|totals";

/** What is shown beside each item, said after the list, and in which list. */
export const shownPhrases: readonly (readonly [
  listing: string | undefined,
  pattern: string,
  columns: readonly ShownColumn[],
])[] = [
  [
    "groups",
    `,? and|with|including|plus|along? with? their|the|its? exact|total? ${sizes} of? member|members|users|people?`,
    [],
  ],
  [
    "groups",
    `,? and|with|including|plus|along? with? their|the|its? exact? member|members|membership|user ${sizes}`,
    [],
  ],
  ["groups", ",? and|with|including how many members|users|people each|they|it? have|has|contain|contains", []],
  ["groups", ",? and|with|including how big|large they|each are|is", []],
  ["groups", "have|has|contain|contains", []],
  [
    "apps",
    `,? and|with|including|plus|along? with? their|the|its? ${sizes} of assigned? users|people|assignments`,
    ["users"],
  ],
  ["apps", `,? and|with|including|plus|along? with? their|the|its? assigned? user|assignment ${sizes}`, ["users"]],
  ["apps", ",? and|with|including how many users|people each|they|it? have|has", ["users"]],
  ["apps", "have|has", []],
  [
    "apps",
    ",? and|with|including|showing when their|the signing? certificates|certificate|certs expire|expires",
    ["certificate"],
  ],
  [
    "apps",
    ",? and|with|including|showing their|the|its? signing? certificate|certificates|cert expiry|expiration|end date|dates?",
    ["certificate"],
  ],
  ["apps", "expire|expires|end", []],
  ["apps", ",? and|with|including|showing their|the sign-on|signon|sign on? mode|modes|method|methods", []],
  [undefined, ",? and|with|including their|the? status|statuses|type|types", []],
];
