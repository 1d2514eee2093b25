import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { FORMATS } from '../../src/cli/check-content.ts';

const RECIPES = join(import.meta.dirname, '..', '..', 'docs', 'recipes');

function recipe(name: string): unknown {
  return parse(readFileSync(join(RECIPES, name), 'utf8'));
}

const COMMANDS = z.array(z.string().min(1)).min(1);

/** What GitHub takes for a workflow: of each step one of `uses` and `run`, of each job a machine. */
const GITHUB = z.strictObject({
  name: z.string(),
  on: z.strictObject({
    push: z.null(),
    pull_request: z.null(),
    schedule: z.array(z.strictObject({ cron: z.string() })).min(1),
    workflow_dispatch: z.null(),
  }),
  permissions: z.record(z.string(), z.enum(['read', 'write', 'none'])),
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.string() }),
  env: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.strictObject({
      if: z.string(),
      'runs-on': z.literal('ubuntu-latest'),
      permissions: z.record(z.string(), z.enum(['read', 'write', 'none'])).optional(),
      environment: z.string().optional(),
      steps: z
        .array(
          z.union([
            z.strictObject({
              uses: z.string().regex(/^actions\/[a-z-]+@v\d+$/u),
              with: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
            }),
            z.strictObject({
              run: z.string().min(1),
              name: z.string().optional(),
              env: z.record(z.string(), z.string()).optional(),
            }),
          ]),
        )
        .min(1),
    }),
  ),
});

const RULES = z.array(z.strictObject({ if: z.string(), when: z.literal('never').optional() }));
const ARTIFACTS = z.strictObject({
  when: z.literal('always').optional(),
  paths: z.array(z.string()).optional(),
  reports: z.record(z.string(), z.string()).optional(),
  expose_as: z.string().optional(),
  expire_in: z.string().optional(),
});
const GITLAB_JOB = z.strictObject({
  stage: z.string(),
  rules: RULES.optional(),
  script: COMMANDS,
  after_script: COMMANDS.optional(),
  artifacts: ARTIFACTS.optional(),
  needs: z.array(z.string()).optional(),
  allow_failure: z.literal(true).optional(),
});
/** What GitLab takes: global keywords, and every other key a job of a known stage. */
const GITLAB = z
  .object({
    image: z.string(),
    stages: z.array(z.string()),
    variables: z.record(z.string(), z.string()),
    cache: z.strictObject({ key: z.string(), paths: z.array(z.string()) }),
    workflow: z.strictObject({ rules: RULES }),
  })
  .catchall(GITLAB_JOB);

const GITEE = z.strictObject({
  version: z.literal('1.0'),
  name: z.string().regex(/^[a-z-]+$/u),
  displayName: z.string(),
  triggers: z.strictObject({
    trigger: z.literal('auto'),
    push: z.unknown(),
    pr: z.unknown(),
    schedule: z.array(z.strictObject({ cron: z.string() })).min(1),
  }),
  variables: z.record(z.string(), z.string()),
  stages: z
    .array(
      z.strictObject({
        name: z.string(),
        displayName: z.string(),
        strategy: z.literal('naturally'),
        trigger: z.literal('auto'),
        steps: z.array(
          z.strictObject({
            step: z.literal('build@nodejs'),
            name: z.string(),
            displayName: z.string(),
            nodeVersion: z.string(),
            commands: COMMANDS,
            artifacts: z.array(z.strictObject({ name: z.string(), path: z.array(z.string()) })),
            caches: z.array(z.string()),
            strategy: z.strictObject({ retry: z.string() }),
          }),
        ),
      }),
    )
    .min(1),
});

describe('the recipe for GitHub Actions', () => {
  const { jobs, on } = GITHUB.parse(recipe('github-actions.yml'));

  test('checks pushes, previews pull requests, publishes main alone', () => {
    expect(Object.entries(jobs).map(([name, job]) => [name, job.if])).toEqual([
      ['check', "github.event_name == 'push' && github.ref != 'refs/heads/main'"],
      ['audit', "github.event_name == 'schedule' && github.ref == 'refs/heads/main'"],
      ['preview', "github.event_name == 'pull_request'"],
      ['publish', "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"],
    ]);
  });

  test('builds every day, so that what waits is published', () => {
    expect(on.schedule.map(({ cron }) => cron)).toEqual([expect.stringMatching(/^\d+ [\d,]+ \* \* \*$/u)]);
  });

  test('fetches the whole history in every job, and only the publishing one may write', () => {
    for (const [name, { steps, permissions }] of Object.entries(jobs)) {
      expect(steps[0]).toEqual({ uses: 'actions/checkout@v4', with: { 'fetch-depth': 0 } });
      expect(Object.values(permissions ?? {}).includes('write')).toBe(name === 'publish');
    }
  });
});

test('every job of the recipe for GitLab CI belongs to a stage, and only the main branch is published', () => {
  const { image, stages, variables, cache, workflow, ...jobs } = GITLAB.parse(recipe('gitlab-ci.yml'));
  expect([image, variables['GIT_DEPTH'], cache.key, workflow.rules.length]).toEqual([
    'node:24',
    '0',
    'site',
    3,
  ]);
  const known = z.record(z.string(), GITLAB_JOB).parse(jobs);
  expect(Object.values(known).map(({ stage }) => stage)).toEqual(stages);
  expect(known['pages']?.rules).toEqual([{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }]);
});

test('the recipe for Gitee Go completes a shallow clone before anything else', () => {
  const { stages } = GITEE.parse(recipe('gitee-go.yml'));
  const commands = stages.flatMap(({ steps }) => steps.flatMap((step) => step.commands));
  expect(commands[0]).toContain('git fetch --unshallow');
  expect(commands).toContain('npm ci');
});

test('every recipe asks for known vulnerabilities, of the registry that answers, and none waits for it', () => {
  const AUDIT = 'npm audit --omit=dev --registry=https://registry.npmjs.org';
  const { jobs } = GITHUB.parse(recipe('github-actions.yml'));
  expect(jobs['audit']?.steps.at(-1)).toEqual({ run: AUDIT });
  const lab = z.looseObject({ audit: GITLAB_JOB }).parse(recipe('gitlab-ci.yml'));
  expect(lab.audit).toEqual({
    stage: 'audit',
    rules: [{ if: '$CI_PIPELINE_SOURCE == "schedule"' }],
    needs: [],
    allow_failure: true,
    script: [AUDIT],
  });
  const { stages } = GITEE.parse(recipe('gitee-go.yml'));
  expect(stages[0]?.steps[0]?.commands.at(-1)).toBe(`${AUDIT} || true`);
});

test('the recipe for the fuzzer takes a new seed every night', () => {
  const { jobs } = z
    .object({ jobs: z.object({ fuzz: z.object({ steps: z.array(z.record(z.string(), z.unknown())) }) }) })
    .parse(recipe('fuzz.yml'));
  expect(jobs.fuzz.steps.slice(-2)).toEqual([
    { run: 'npm run fuzz', env: { FUZZ_SEED: 'random', FUZZ_SECONDS: '240' } },
    { run: 'npm run histories', env: { HISTORY_SEED: 'random', HISTORY_SECONDS: '1200' } },
  ]);
});

test('the recipes name only forms of reports that there are', () => {
  const named = ['github-actions.yml', 'gitlab-ci.yml', 'gitee-go.yml'].flatMap((name) =>
    Array.from(
      readFileSync(join(RECIPES, name), 'utf8').matchAll(/check -- --format ([a-z]+)/gu),
      ([, format = '']) => format,
    ),
  );
  expect(named.toSorted()).toEqual(['github', 'github', 'gitlab']);
  expect(named.filter((format) => !Object.keys(FORMATS).includes(format))).toEqual([]);
});

/** What GitHub takes for a job of a matrix, and for those before and behind it. */
const SHARD_JOB = z.strictObject({
  needs: z.string().optional(),
  if: z.string().optional(),
  'runs-on': z.literal('ubuntu-latest'),
  strategy: z.strictObject({ matrix: z.strictObject({ shard: z.array(z.number()) }) }).optional(),
  permissions: z.record(z.string(), z.enum(['read', 'write', 'none'])).optional(),
  environment: z.string().optional(),
  steps: z.array(
    z.union([
      z.strictObject({
        uses: z.string().regex(/^actions\/[a-z-]+(?:\/save)?@v\d+$/u),
        with: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
      z.strictObject({ run: z.string().min(1), env: z.record(z.string(), z.string()).optional() }),
    ]),
  ),
});

test('the recipe for shards on GitHub Actions has a machine for every part, and keeps what an ordinary build goes on from', () => {
  const { env, jobs } = z
    .object({
      env: z.object({ SHARDS: z.string() }),
      jobs: z.strictObject({ papers: SHARD_JOB, part: SHARD_JOB, publish: SHARD_JOB }),
    })
    .parse(recipe('github-actions-shards.yml'));
  const { part, publish } = jobs;
  expect(part.strategy?.matrix.shard).toEqual(
    Array.from({ length: Number(env.SHARDS) }, (_, index) => index + 1),
  );
  expect([part.needs, publish.needs, publish.if]).toEqual([
    'papers',
    'part',
    "github.ref == 'refs/heads/main'",
  ]);
  const cacheOf = (steps: readonly z.infer<typeof SHARD_JOB>['steps'][number][]) =>
    steps.flatMap((step) =>
      'uses' in step && step.uses.startsWith('actions/cache')
        ? [step.with?.['path'], step.with?.['key']]
        : [],
    );
  const ordinary = GITHUB.parse(recipe('github-actions.yml')).jobs['publish']?.steps ?? [];
  expect(cacheOf(publish.steps)).toEqual(cacheOf(ordinary));
  for (const { steps } of Object.values(jobs))
    expect(steps[0]).toEqual({ uses: 'actions/checkout@v4', with: { 'fetch-depth': 0 } });
});

test('the recipe for shards on GitLab CI belongs beside the other one', () => {
  const job = GITLAB_JOB.extend({
    needs: z.array(z.string()).optional(),
    parallel: z.number().optional(),
  });
  const shards = z.record(z.string(), job).parse(recipe('gitlab-ci-shards.yml'));
  const { stages, cache, ...others } = GITLAB.parse(recipe('gitlab-ci.yml'));
  expect(Object.entries(shards).map(([name, { stage }]) => [name, stage])).toEqual([
    ['papers', stages[0]],
    ['part', stages[1]],
    ['assemble', stages[1]],
  ]);
  expect(shards['part']?.script).toContain('npm run build -- --shard "$CI_NODE_INDEX/$CI_NODE_TOTAL"');
  // The job that publishes goes on from what was put together, as it does from its own cache.
  expect(cache.paths).toEqual(expect.arrayContaining(shards['assemble']?.artifacts?.paths ?? ['']));
  expect(GITLAB_JOB.parse(others['pages']).script).toContain('npm run build');
});
