import { addressOf } from "../../planner/models/model-settings.ts";
import { probeModel } from "../../planner/models/probe-model.ts";
import type { House } from "../house.ts";
import type { Examined } from "./doctor-line.ts";

/** Looks whether the model's endpoint answers. Asks the model nothing. Throws a failure of `model/…`. */
export async function examineModel({ settings }: House, signal: AbortSignal): Promise<Examined> {
  const { model } = settings;
  if (model === undefined) return { state: "good", found: "None is configured; the phrasebook plans." };
  const found = await probeModel(model, signal);
  return found === "model"
    ? { state: "good", found: `${model.model} at ${addressOf(model)}.` }
    : {
        state: "good",
        found: `${addressOf(model)} answers; whether it has ${model.model} shows when a question is asked.`,
      };
}
