/** By this line a hook is known to be ours. */
const MARK = '# 纪要：提交前检查要提交的纪要。由 npm run hooks 写入，可以重新生成，不要手改';

/**
 * The pre-commit hook. Git runs it in the top folder with its own index in the environment, named from
 * there: the name is made absolute before the hook goes to the project.
 *
 * @param project the folder of the project as seen from the top folder, with forward slashes
 * @param contentDir the value of `CONTENT_DIR` to keep; null for the default
 */
export function hookScript(project: string, contentDir: string | null): string {
  return `#!/bin/sh
${MARK}
case "$GIT_INDEX_FILE" in
  '' | /* | ?:*) ;;
  *) GIT_INDEX_FILE="$PWD/$GIT_INDEX_FILE" && export GIT_INDEX_FILE ;;
esac
unset GIT_DIR GIT_WORK_TREE GIT_PREFIX
cd ${quoted(project)} || exit 1
${contentDir === null ? '' : `export CONTENT_DIR=${quoted(contentDir)}\n`}node=node_modules/.bin/node
[ -x "$node" ] || node=node
exec "$node" src/cli/hooks.ts --run
`;
}

/** Whether a hook was written by `npm run hooks`, in whatever version. */
export function isOwnHook(script: string): boolean {
  return script.split(/\r?\n/u, 2)[1] === MARK;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
