// Each test has its own workspace and server.
[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)]
