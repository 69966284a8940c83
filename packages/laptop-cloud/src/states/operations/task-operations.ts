import { localArn } from '../../account.ts';
import type { Clock } from '../../clock.ts';
import { parseJsonText } from '../../http/json-service.ts';
import { type Json, type JsonObject, type Operation, ServiceError } from '../../http/service.ts';
import type { Activities, Activity } from '../execution/activities.ts';
import type { TaskTokens } from '../execution/task-tokens.ts';
import { isOverPayloadLimit } from '../language/payload.ts';
import { pageOf } from './paging.ts';
import { checkedArn, checkedName, givenFailure, invalid, optionalText, requiredText } from './parameters.ts';

/** How long GetActivityTask waits for a task, as AWS does. */
const POLL_MS = 60_000;

/** Answer tasks by their tokens, and keep the activities whose workers do. */
export function taskOperations(tokens: TaskTokens, activities: Activities, clock: Clock): Record<string, Operation> {
  const findActivity = (input: JsonObject): Activity => {
    const arn = checkedArn(requiredText(input, 'activityArn'), 'activity');
    const activity = activities.get(arn);
    if (!activity) throw new ServiceError('ActivityDoesNotExist', `Activity Does Not Exist: '${arn}'`);
    return activity;
  };
  return {
    async SendTaskSuccess(input) {
      const output = parsedOutput(requiredText(input, 'output'));
      await (await tokens.find(requiredText(input, 'taskToken'))).answer({ kind: 'success', output });
      return {};
    },

    async SendTaskFailure(input) {
      const failure = givenFailure(input);
      await (await tokens.find(requiredText(input, 'taskToken'))).answer({ kind: 'failure', ...failure });
      return {};
    },

    async SendTaskHeartbeat(input) {
      (await tokens.find(requiredText(input, 'taskToken'))).heartbeat();
      return {};
    },

    async CreateActivity(input) {
      const name = checkedName(requiredText(input, 'name'));
      const activityArn = localArn('states', `activity:${name}`);
      const activity = activities.get(activityArn) ?? { activityArn, name, createdMs: clock.now() };
      await activities.put(activity);
      return { activityArn, creationDate: activity.createdMs / 1000 };
    },

    async DeleteActivity(input) {
      const activity = activities.get(checkedArn(requiredText(input, 'activityArn'), 'activity'));
      if (activity) await activities.remove(activity);
      return {};
    },

    DescribeActivity: async (input) => described(findActivity(input)),

    async ListActivities(input) {
      const { items, ...token } = pageOf(activities.list(), input, 100);
      return { activities: items.map(described), ...token };
    },

    async GetActivityTask(input) {
      const { activityArn } = findActivity(input);
      const task = await activities.poll(activityArn, POLL_MS);
      if (!task) return {};
      task.take(optionalText(input, 'workerName'));
      return { taskToken: task.token, input: JSON.stringify(task.input) };
    },
  };
}

const described = ({ activityArn, name, createdMs }: Activity): JsonObject => ({
  activityArn,
  name,
  creationDate: createdMs / 1000,
});

function parsedOutput(text: string): Json {
  if (isOverPayloadLimit(text)) {
    throw invalid(
      "1 validation error detected: Value at 'output' failed to satisfy constraint: Member must have length less than or equal to 262144",
    );
  }
  try {
    return parseJsonText(text);
  } catch (error) {
    throw new ServiceError('InvalidOutput', `Invalid Output: '${(error as Error).message}'`);
  }
}
