// Each test starts its own processes in its own folder.
[assembly: Parallelize(Workers = 2, Scope = ExecutionScope.MethodLevel)]
