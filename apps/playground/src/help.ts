/** The text of `--help`. */
export const help = `Modelferry playground: a real n8n with the packed nodes, GitHub's runner played with the built actions, and a sandbox
that plays the vendors, on this machine only.

  npm start                        run every example workflow once, then keep the editor open
  npm start -- --once              run the examples and end; exit code 0 only if all passed
  npm start -- --only approval     only the examples whose name contains "approval"
  npm start -- --port 5700         the editor's preferred port (another one is taken when it is busy)
  npm start -- --missing-packages  print the Debian packages this machine lacks (nothing if none), and end

The first start installs n8n into .cache, which takes minutes; later starts take seconds.
Ctrl-C stops everything that was started and removes the temporary files; a second Ctrl-C does so at once.`;
