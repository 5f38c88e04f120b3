// Spares the emulator's store a rebuild of all its indexes at each removal of a few documents, or of none: with thousands of blobs or
// messages that rebuild fills a core and hides the desk (findings/azurite-polls-rebuild.sh). What the store holds stays the same.
const { Collection } = require("lokijs");

const FEW = 16;

function fewOneByOne(name, documentOf) {
  const whole = Collection.prototype[name];
  Collection.prototype[name] = function (batch) {
    if (batch.length > FEW) {
      return whole.call(this, batch);
    }
    for (const document of batch.map((entry) => documentOf(this, entry))) {
      this.remove(document);
    }
  };
}

fewOneByOne("removeBatch", (collection, entry) => (typeof entry === "object" ? entry : collection.get(entry)));
fewOneByOne("removeBatchByPositions", (collection, position) => collection.data[position]);
