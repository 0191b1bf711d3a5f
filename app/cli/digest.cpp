#include "app/cli/command.h"
#include "model/base/json_writer.h"

namespace leadlight {

namespace {

Result<int> runDigest(const Call& call) {
  auto store = call.openAsAsked();
  if (!store) return store.error();
  const auto digest = store->digest(call.dataset());
  if (!digest) return digest.error();
  if (!call.json) {
    call.io.out << *digest << '\n';
    return exitDone;
  }
  const auto leads = store->leadCount(call.dataset());
  if (!leads) return leads.error();
  JsonWriter json(call.io.out);
  json.beginObject()
      .field("dataset", call.dataset())
      .field("digest", *digest)
      .field("leads", *leads)
      .endObject()
      .endLine();
  return exitDone;
}

}  // namespace

Command digestCommand() {
  Command command;
  command.name = "digest";
  command.summary = "a checksum of a dataset's current leads, whatever their order";
  command.synopsis = "digest [--dataset D]";
  command.details = "Two stores with the same leads have the same digest, however the leads came in.\n";
  command.options = {asOfOption(), datasetOption()};
  command.examples = {{"digest", "of the leads"},
                      {"digest --dataset bank --json", "of another dataset, with its count"}};
  command.run = runDigest;
  return command;
}

}  // namespace leadlight
