import type { AskedQuestions } from "./asked.ts";
import { count, people, usersWith } from "../expect.ts";
import { pages } from "./pages.ts";
import { testsOf } from "../tests-of-people.ts";
import type { Item, World } from "../world.ts";

const folded = (value: string | undefined): string => (value ?? "").trim().toLowerCase();
const has = (attribute: string, text: string) => (user: Item) => folded(user.profile[attribute]).includes(text);

/** Asked questions about users by themselves, their factors and their sign-ins. */
export function askedAboutUsers(world: World): AskedQuestions {
  return { ...byProfile(world), ...byTime(world), ...byFactor(world) };
}

function byProfile(world: World): AskedQuestions {
  const { users, present } = world;
  const [one, other] = plainlyNamed(world);
  const login = one.profile["login"] ?? "";
  const [first, last] = [other.profile["firstName"] ?? "", other.profile["lastName"] ?? ""];
  return {
    Q062: { names: { "john.doe@company.com": login }, expected: people([one], ["email"]) },
    Q063: {
      names: { "Jane Smith": `${first} ${last}` },
      expected: {
        key: "id",
        columns: ["name"],
        rows: world.groupsOf(other.id).map((group) => ({ id: group.id, name: group.profile["name"] })),
      },
    },
    Q101: { cheapest: pages(present.length, 200), expected: count("users", present.length) },
    Q102: {
      cheapest: 1,
      expected: people(present.filter((user) => folded(user.profile["department"]) === "engineering")),
    },
    Q110: {
      cheapest: pages(present.filter(has("email", "contractors")).length, 200),
      names: { gmail: "contractors" },
      expected: people(present.filter(has("email", "contractors"))),
    },
    Q117: {
      expected: people(present.filter((user) => (user.profile["manager"] ?? user.profile["managerId"] ?? "") !== "")),
    },
    Q118: { names: { smith: "son" }, expected: people(present.filter(has("lastName", "son"))) },
    Q308: { expected: people(users.filter((user) => user.status === "PASSWORD_EXPIRED")) },
  };
}

/** Two users whose names are theirs alone and are written with letters that a question has. */
function plainlyNamed({ users, present }: World): readonly [Item, Item] {
  const name = (user: Item): string => `${user.profile["firstName"] ?? ""} ${user.profile["lastName"] ?? ""}`;
  const plain = present.filter(
    (user) =>
      /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(name(user)) && users.filter((two) => name(two) === name(user)).length === 1,
  );
  const [first, second] = plain;
  if (first === undefined || second === undefined) throw new Error("the org has no two users with plain names");
  return [first, second];
}

function byTime(world: World): AskedQuestions {
  const { active, idle } = testsOf(world);
  const { users, present } = world;
  const day = "2026-06-01";
  return {
    Q162: { cheapest: pages(present.length, 200), expected: people(present.filter(idle(30)), ["lastLogin"]) },
    Q163: {
      names: { "a specific date": day },
      expected: people(
        users.filter(active).filter((user) => user.lastUpdated < day),
        ["lastUpdated"],
      ),
    },
    Q257: {
      cheapest: pages(present.length, 200),
      names: { "a specified date": day },
      expected: people(
        present.filter((user) => user.lastLogin !== null && user.lastLogin < day),
        ["lastLogin"],
      ),
    },
  };
}

function byFactor(world: World): AskedQuestions {
  const { active, noFactor, hasFactor } = testsOf(world);
  const { users, present, factorsOf, membersOf } = world;
  const engineering = (user: Item): boolean => folded(user.profile["department"]) === "engineering";
  const factorTypes = (user: Item): readonly string[] => factorsOf(user.id);
  return {
    Q001: {
      cheapest: pages(1, 200) + users.filter(active).filter(engineering).length,
      expected: people(users.filter(active).filter(engineering).filter(noFactor)),
    },
    Q005: {
      cheapest: pages(present.length, 200) + present.length,
      expected: people(present.filter((user) => !hasFactor("push")(user))),
    },
    Q038: {
      cheapest: 1 + pages(membersOf("Sales Tools").length, 1000) + membersOf("Sales Tools").length,
      names: { "group X": "group Sales Tools" },
      expected: usersWith(membersOf("Sales Tools"), { factorTypes }),
    },
    Q053: {
      names: { "marketing group": "Security Admins group" },
      expected: usersWith(membersOf("Security Admins"), { factorTypes }),
    },
    Q124: {
      cheapest: pages(present.length, 200) + present.length,
      expected: people(present.filter((user) => !hasFactor("push", "token:software:totp", "signed_nonce")(user))),
    },
    Q167: {
      names: { "group G": "group Security Admins" },
      expected: people(
        membersOf("Security Admins").filter((user) => !hasFactor("webauthn", "u2f", "signed_nonce")(user)),
      ),
    },
    Q221: { cheapest: pages(present.length, 200) + present.length, expected: usersWith(present, { factorTypes }) },
    Q250: { cheapest: pages(present.length, 200) + present.length, expected: people(present.filter(noFactor)) },
    Q307: {
      cheapest: pages(present.length, 200) + present.length,
      expected: people(
        present.filter((user) => {
          const types = factorsOf(user.id);
          return types.length > 0 && types.every((one) => one === "sms" || one === "call");
        }),
      ),
    },
  };
}
