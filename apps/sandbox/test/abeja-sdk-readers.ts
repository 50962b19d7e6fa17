/** What was parsed of an answer. */
export type Answered = Readonly<Record<string, any>>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** Says what is wrong with a value, or throws where the vendor's own client would raise. */
type Rule = (value: any) => boolean; // eslint-disable-line @typescript-eslint/no-explicit-any

const isText: Rule = (value) => typeof value === 'string';
const isFlag: Rule = (value) => typeof value === 'boolean';
const isCount: Rule = (value) => Number.isInteger(value) && value >= 0;
const isId: Rule = (value) => /^\d{13}$/.test(value);
const isObject: Rule = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** `2018-05-17T02:13:35.726691Z`, and a moment that there is. */
const isMoment: Rule = (value) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(value) && !Number.isNaN(Date.parse(value));
/** `2017-05-26T01:38:46Z` */
const isSecond: Rule = (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value);
const isTextOrNumber: Rule = (value) => isText(value) || typeof value === 'number';
const orNull =
  (rule: Rule): Rule =>
  (value) =>
    value === null || rule(value);
const oneOf =
  (...words: readonly string[]): Rule =>
  (value) =>
    words.includes(value);
const eachOf =
  (rule: Rule): Rule =>
  (value) =>
    isObject(value) && Object.values(value).every(rule);
const listOf =
  (rule: Rule): Rule =>
  (value) =>
    Array.isArray(value) && value.every(rule);

/** `[host/]repository/name[:tag]`. */
const isImage: Rule = (value) => /^([\w.-]+(:\d+)?\/)?[^\s/]+\/[^\s/:]+(:[^\s/:]+)?$/.test(value);
/** `{cpu|gpu}[:{a|b|c|d}]-{number}`. */
const isInstanceType: Rule = (value) => /^(cpu|gpu)(:[abcd])?-\d+(\.\d+)?$/.test(value);
const isExecEnv = oneOf('cloud', 'edge', 'local', 'none');

/** A stage's figures are handed on by their names, beside its own. */
const isStages = eachOf((stage) => eachOf(isTextOrNumber)(stage) && !('name' in stage));
const isStatistics: Rule = (value) =>
  isObject(value) &&
  ['num_epochs', 'epoch'].every((name) => !(name in value) || isCount(value[name])) &&
  isTextOrNumber(value.progress_percentage ?? 0) &&
  isStages(value.stages ?? {});

/** The documented fields of an object, all of which are there, and no other. */
const object =
  (rules: Readonly<Record<string, Rule>>, more: Readonly<Record<string, Rule>> = {}) =>
  (answer: Answered): true => {
    const names = Object.keys(answer).filter((name) => !(name in more));
    expect(names.sort()).toEqual(Object.keys(rules).sort());
    const all = { ...rules, ...more };
    const wrong = Object.entries(answer).filter(([name, value]) => all[name]?.(value) !== true);
    expect(wrong).toEqual([]);
    return true;
  };

const dates = { created_at: isMoment, modified_at: isMoment };

const version = object({
  ...{ job_definition_id: isId, job_definition_version: (value) => isCount(value) && value > 0 },
  ...{ handler: isText, image: isImage, environment: isObject, user_parameters: isObject },
  ...{ datasets: eachOf(isText), description: orNull(isText), archived: isFlag },
  ...dates,
});

const creator = object({
  ...{ id: isId, email: isText, display_name: orNull(isText), role: isText, is_registered: isFlag },
  ...{ created_at: isSecond, updated_at: isSecond },
});

const jobFields = object(
  {
    ...{ id: isId, training_job_id: isId, job_definition_id: isId, job_definition_version: isCount },
    status: oneOf('Pending', 'Active', 'Stopped', 'Complete', 'Failed'),
    ...{ status_message: orNull(isText), instance_type: isInstanceType, exec_env: isExecEnv },
    ...{ environment: isObject, user_parameters: isObject, datasets: eachOf(isText) },
    ...{ statistics: orNull(isStatistics), description: orNull(isText), archived: isFlag },
    ...{ start_time: orNull(isMoment), completion_time: orNull(isMoment), creator },
    ...dates,
  },
  { token: isText },
);

const modelFields = object({
  ...{ id: isId, training_model_id: isId, job_definition_id: isId, training_job_id: orNull(isId) },
  ...{ user_parameters: isObject, environment: isObject, metrics: eachOf(isTextOrNumber) },
  ...{ description: orNull(isText), exec_env: isExecEnv, archived: isFlag, user: orNull(creator) },
  ...dates,
});

function job(answer: Answered): true {
  jobFields(answer);
  expect(answer.id).toBe(answer.training_job_id);
  const { created_at: created, start_time: started, completion_time: ended } = answer;
  const moments = [created, started, ended].filter((moment) => moment !== null);
  expect([...moments].sort()).toEqual(moments);
  expect(ended === null).toBe(['Pending', 'Active'].includes(answer.status));
  return true;
}

function model(answer: Answered): true {
  modelFields(answer);
  expect(answer.id).toBe(answer.training_model_id);
  return true;
}

const definitionFields = object({
  ...{ job_definition_id: isId, name: isText, organization_id: isId, versions: listOf(version) },
  ...{ version_count: isCount, model_count: isCount, notebook_count: isCount, tensorboard_count: isCount },
  ...{ jobs: orNull(listOf(job)), archived: isFlag },
  ...dates,
});

function definition(answer: Answered): true {
  definitionFields(answer);
  expect(answer.versions).toHaveLength(answer.version_count);
  return true;
}

/** What a list comes in; without `total` the vendor's own client raises. */
const list = (entry: Rule) =>
  object({ entries: listOf(entry), total: isCount, limit: isCount, offset: isCount });

/**
 * Reads each answer as the vendor's own client reads it, and as the specification documents it: every field of an object is
 * there, of its type, its times in their form, and none that is invented.
 */
export const sdk = {
  ...{ definition, version, job, model },
  definitions: list(definition),
  versions: object({ entries: listOf(version) }),
  jobs: list(job),
  models: list(model),
  message: object({ message: isText }),
  /** Either of the two shapes that it knows. */
  result: (answer: Answered): URL => new URL(answer.download_uri ?? answer.artifacts.complete.uri),
  error: object({ error: isText, error_description: isText }, { error_detail: isObject }),
};
