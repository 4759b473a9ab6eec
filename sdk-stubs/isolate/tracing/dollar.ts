import { box, call, f, handing, open, opened, opening, ret, take } from "./calls.ts";
import { arrayFrom, collection, newMap, newSet } from "./collections.ts";
import { list } from "./lists/list.ts";
import { array, arrayOfParts, marks, pairs } from "./lists/make-list.ts";
import { decide, decideValue, walk, walkItem } from "./fillings.ts";
import { groupBy, mapGroupBy } from "./grouping.ts";
import { because, decided, decidedAt, present, read, unread } from "./lookups.ts";
import { derive, fill, tag, wholeMark } from "./marks.ts";
import { names } from "./name-lists.ts";
import {
  assign,
  carry,
  carryItems,
  entries,
  extend,
  fromEntries,
  input,
  joinNameMarks,
  keys,
  nameKeys,
  put,
  spread,
  values,
} from "./objects.ts";
import { literal, mix, parameter } from "./origin.ts";
import { keyNumber } from "./places.ts";
import { object, s } from "./properties.ts";
import { at, items } from "./read.ts";
import { count, countOn, countUnder, made, step, turn } from "./turns.ts";

/** What a transformed snippet calls to carry marks along. The transform in `executor/evidence` names exactly these. */
export const dollar: object = Object.freeze({
  literal,
  parameter,
  mix,
  tag,
  key: keyNumber,
  at,
  items,
  count,
  countOn,
  countUnder,
  step,
  made,
  walk,
  walkItem,
  decide,
  decideValue,
  turn,
  because,
  decided,
  decidedAt,
  present,
  read,
  unread,
  names,
  object,
  s,
  put,
  spread,
  extend,
  carry,
  carryItems,
  assign,
  keys,
  values,
  entries,
  fromEntries,
  input,
  joinNameMarks,
  nameKeys,
  groupBy,
  mapGroupBy,
  fill,
  whole: wholeMark,
  derive,
  array,
  arrayOfParts,
  marks,
  pairs,
  list,
  collection,
  newSet,
  newMap,
  arrayFrom,
  f,
  take,
  ret,
  box,
  open,
  opened,
  call,
  handing,
  opening,
});
