' assembly: matrix.ASSEMBLY.1
Imports System
Imports System.Collections.Generic
Imports System.Threading.Tasks
Imports Microsoft.VisualStudio.TestTools.UnitTesting

<Assembly: TestCategory("matrix.ASSEMBLY.1")>

<TestClass, TestCategory("matrix.CLASS.1")>
Public Class Forms

    Private Const Group As String = "matrix.CONST"

    <TestMethod>                                            ' none: matrix.CLASS.1 matrix.CONST.1
    <TestCategory(Group & ".1")>
    Public Sub Constants()                                  ' debug: matrix.CLASS.1 matrix.CONST.1
        GC.KeepAlive(1)                                     ' release: matrix.CLASS.1 matrix.CONST.1
    End Sub
    <TestMethod(DisplayName:="Shows matrix.NAMED.1")>       ' none: matrix.CLASS.1 matrix.NAMED.1 matrix.ROW.1
    <DataRow("matrix.ROW.1")>
    Public Sub Names(text As String)                        ' debug: matrix.CLASS.1 matrix.NAMED.1 matrix.ROW.1
        GC.KeepAlive(text)                                  ' release: matrix.CLASS.1 matrix.NAMED.1 matrix.ROW.1
    End Sub

    <TestMethod, TestCategory("matrix.ASYNC.1")>            ' none: matrix.CLASS.1 matrix.ASYNC.1
    Public Async Function Asynchronous() As Task            ' debug: matrix.CLASS.1 matrix.ASYNC.1
        Await Task.Yield()                                  ' release: matrix.CLASS.1 matrix.ASYNC.1
    End Function

    <TestMethod, TestCategory("matrix.ITERATOR.1")>         ' none: matrix.CLASS.1 matrix.ITERATOR.1
    Public Iterator Function Iterates() As IEnumerable(Of Integer) ' debug: matrix.CLASS.1 matrix.ITERATOR.1
        Yield 1                                             ' release: matrix.CLASS.1 matrix.ITERATOR.1
    End Function
End Class
