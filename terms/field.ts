/**
 * A place in an operation's response, as `"listUsers profile.login"`: the operationId, a blank, the path of one item.
 * Inner lists are written `[]` (`"listFactors "` with an empty path means the items themselves: their number, their presence).
 */
export type Field = `${string} ${string}`;
