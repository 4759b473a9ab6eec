import { readShared } from "../shared-data.ts";
import type { Asked, AskedQuestions } from "./asked/asked.ts";
import { askedAboutAdmins } from "./asked/admins.ts";
import { askedAboutApps } from "./asked/apps.ts";
import { askedAboutGroups } from "./asked/groups.ts";
import { askedAboutSettings } from "./asked/settings.ts";
import { askedAboutUsers } from "./asked/users.ts";
import type { EvaluationQuestion } from "./evaluate.ts";
import { declined } from "./expect.ts";
import type { World } from "./world.ts";

/** Simple and compound questions about something else than users, groups, apps, admins and factors. */
const elsewhere: ReadonlySet<string> = new Set(
  "Q011 Q030 Q082 Q085 Q086 Q090 Q091 Q092 Q093 Q094 Q095 Q098 Q099 Q128 Q137 Q140 Q142 Q149 Q150 Q152 Q156 Q157 Q158 Q166 Q172 Q176 Q179 Q182 Q197 Q199 Q207 Q212 Q213 Q214 Q216 Q219 Q258 Q264 Q265 Q267 Q271 Q276 Q277 Q287 Q289 Q290 Q300 Q301 Q303 Q305 Q320".split(
    " ",
  ),
);

/** What is right for each asked question that somebody wrote an answer for. */
export function answersToAsked(world: World): AskedQuestions {
  return {
    ...askedAboutUsers(world),
    ...askedAboutGroups(world),
    ...askedAboutApps(world),
    ...askedAboutAdmins(world),
    ...askedAboutSettings(world),
  };
}

/** A question with the emulated org's names in the place of its own. */
export function inOrgsNames(question: string, asked: Asked | undefined): string {
  return Object.entries(asked?.names ?? {}).reduce((said, [from, to]) => said.replaceAll(from, to), question);
}

/**
 * The questions of the shared list with what is right in this world. A simple or compound question without an
 * expected answer here must be declined: where the phrasebook learns to read it, the answer is to be written first. The class says where its subject lies.
 */
export function askedQuestions(world: World): readonly EvaluationQuestion[] {
  const known = answersToAsked(world);
  const list: readonly { readonly id: string; readonly question: string; readonly class: string }[] = JSON.parse(
    readShared("questions/questions.json"),
  );
  return list.map(({ id, question, class: kind }) => {
    const asked = known[id];
    const text = inOrgsNames(question, asked);
    const subject = elsewhere.has(id) ? "elsewhere" : kind;
    const about = { id, question: text, class: subject, cheapest: asked?.cheapest };
    const expected = asked?.expected ?? (kind === "simple" || kind === "compound" ? undefined : declined);
    return expected === undefined ? about : { ...about, expected };
  });
}
