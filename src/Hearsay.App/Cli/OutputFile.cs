using System.CommandLine;
using System.Text;

namespace Hearsay.App.Cli;

/// <summary>The files that commands write: none is overwritten unless --force says so, and what cannot be written is said before the work.</summary>
internal static class OutputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The option, for each command that writes a file.</summary>
    public static Option<bool> Force() => new("--force") { Description = "Overwrite a file that is there already" };

    /// <summary>False where the file cannot be written; then that has been said. "-" is standard output.</summary>
    public static bool IsFree(string file, bool force, Surroundings around)
    {
        if (Fault(file, force) is not { } fault) return true;
        around.Complain($"{file} {fault}");
        return false;
    }

    /// <summary>Writes a text.</summary>
    public static void Write(string file, string text) => File.WriteAllText(file, text, Utf8);

    private static string? Fault(string file, bool force)
    {
        // what stands in /dev is no file that could be lost
        if (file == "-" || file.StartsWith("/dev/", StringComparison.Ordinal)) return null;
        if (Directory.Exists(file)) return "is a folder";
        var isThere = File.Exists(file);
        if (isThere && !force) return "is there already: --force overwrites it";
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder && !Directory.Exists(folder))
            return $"cannot be written: there is no folder {folder}";
        try
        {
            // the one sure way to know is to try
            using (new FileStream(file, isThere ? FileMode.Open : FileMode.CreateNew, FileAccess.Write))
            {
            }
            if (!isThere) File.Delete(file);
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return "cannot be written: no permission";
        }
        catch (IOException)
        {
            return "cannot be written: the disk does not take it (read-only, full, or a name that it does not know)";
        }
    }
}
