// The growing tree has the root that the standard defines, at every size.
import { createHash } from "node:crypto";
import { canonical } from "../../src/audit/verifying/canonical";
import { leafHash, linked, FIRST_LINK, Tree } from "../../src/audit/verifying/merkle";
import { climbed, pathOf } from "../../src/audit/verifying/proof";

const sha256 = (...parts: Buffer[]) => createHash("sha256").update(Buffer.concat(parts)).digest();

/** RFC 9162 §2.1.1, as it is written there. */
function rootOf(leaves: Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.of(0), leaves[0]!);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.of(1), rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

const texts = Array.from({ length: 70 }, (_, n) => `entry ${n}`);

test("its root is the standard's at every size, also where it goes on from its frontier", () => {
  let tree = new Tree();
  let link = FIRST_LINK;
  expect(tree.root).toEqual(rootOf([]));
  for (const [n, text] of texts.entries()) {
    tree.append(leafHash(text));
    link = linked(link, leafHash(text));
    expect(tree.root).toEqual(rootOf(texts.slice(0, n + 1).map((each) => Buffer.from(each))));
    expect(tree.link).toEqual(link);
    expect(tree.frontier.length / 32).toBe(
      [...tree.size.toString(2)].filter((d) => d === "1").length,
    );
    tree = new Tree(tree.size, tree.frontier, tree.link);
  }
});

test("each leaf's way leads to the root, at every size, and no other leaf's does", () => {
  for (let size = 1; size <= 33; size += 1) {
    const leaves = texts.slice(0, size).map(leafHash);
    const root = rootOf(texts.slice(0, size).map((each) => Buffer.from(each)));
    for (let place = 0; place < size; place += 1) {
      const path = pathOf(place, leaves);
      expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
      const way = { leaf: leaves[place]!, path };
      expect(climbed(place, size, way.leaf, way.path)).toEqual(root);
      if (size > 1) expect(climbed((place + 1) % size, size, way.leaf, way.path)).not.toEqual(root);
      expect(climbed(place, size, way.leaf, [...path, root])).not.toEqual(root);
    }
  }
});

test("what is hashed has its names in order, whatever order they came in", () => {
  const text = '{"a":[2,"ü",null],"b":{"c":true,"d":"\\"\\n"}}';
  expect(canonical({ b: { d: '"\n', c: true }, a: [2, "ü", null] })).toBe(text);
  expect(canonical(JSON.parse(text))).toBe(text);
});
