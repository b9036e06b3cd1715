import type { CommandStartedEvent, Document } from "mongodb";
import mongoose from "mongoose";
import { caseLists } from "../../server/src/features/cases/lists.repository.ts";
import { short, table } from "./table.ts";

/** A community of the demonstration. */
const COMMUNITY = "990102001001";
const page = { limit: 20 };
const posts = [{ role: "communityWorker", territory: COMMUNITY }] as const;

/** What the lists ask, by the server's own repository. */
const questions: Readonly<Record<string, () => Promise<unknown>>> = {
  "public list": () => caseLists.publicOnes({}, page),
  "public list, one community, closed": () =>
    caseLists.publicOnes({ division: COMMUNITY, state: "closed" }, page),
  "worker's queue": () => caseLists.queueOf(posts, "yours", page),
  "its size": () => caseLists.queueSizes(posts),
};

/** The indexes of the cases, and how the database goes about the lists: from the plan's last stage down to the index. */
export async function describeDatabase(uri: string): Promise<string> {
  const { connection } = await mongoose.connect(uri, { directConnection: true, monitorCommands: true });
  const plans = [["question", "keys read", "documents read", "answers", "plan"]];
  for (const [question, ask] of Object.entries(questions)) {
    const commands: Document[] = [];
    const listen = ({ command }: CommandStartedEvent) => void commands.push(command);
    connection.getClient().on("commandStarted", listen);
    await ask();
    connection.getClient().off("commandStarted", listen);
    for (const command of commands) plans.push([question, ...(await explained(command))]);
  }
  const indexes = await indexSizes();
  await mongoose.disconnect();
  return [table([["index of the cases", "KiB"], ...indexes]), table(plans)].join("\n\n");
}

/** The same command, explained. */
async function explained({ find, filter, sort, limit, projection, aggregate, pipeline }: Document) {
  const asked = find
    ? { find, filter, ...(projection && { projection }), ...(sort && { sort }), ...(limit && { limit }) }
    : { aggregate, pipeline, cursor: {} };
  const answer = await mongoose.connection.db?.command({ explain: asked, verbosity: "executionStats" });
  const { executionStats, queryPlanner } = (answer?.stages?.[0]?.$cursor ?? answer) as Document;
  const { totalKeysExamined, totalDocsExamined, nReturned } = executionStats as Record<string, number>;
  const counts = [totalKeysExamined, totalDocsExamined, nReturned].map(String);
  return [...counts, stagesOf(queryPlanner.winningPlan as Document)];
}

/** The stages of a plan from the top down, each reading of an index by the index's name. */
function stagesOf(plan: Document): string {
  if (plan.queryPlan) return stagesOf(plan.queryPlan as Document);
  const { stage, indexName, inputStage, inputStages = inputStage ? [inputStage] : [] } = plan;
  const inputs = [...new Set((inputStages as Document[]).map(stagesOf))].join(" + ");
  return `${stage as string}${indexName ? ` ${indexName as string}` : ""}${inputs && ` < ${inputs}`}`;
}

async function indexSizes(): Promise<string[][]> {
  const measure = { $collStats: { storageStats: {} } };
  const [stats] = (await mongoose.connection.db?.collection("cases").aggregate([measure]).toArray()) ?? [];
  const sizes = Object.entries((stats?.storageStats.indexSizes ?? {}) as Record<string, number>);
  return sizes.map(([name, bytes]) => [name, short(bytes / 1024)]);
}
