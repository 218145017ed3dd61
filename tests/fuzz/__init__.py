"""Files made wrong on purpose: mutants of real ones, and targets for a coverage-guided fuzzer. See docs/security.md."""
