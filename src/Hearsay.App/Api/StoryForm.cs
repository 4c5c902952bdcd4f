using Hearsay.App.Forms;
using Hearsay.Briefings;
using Hearsay.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Hearsay.App.Api;

/// <summary>A story in one of the forms of files.</summary>
internal static class StoryForm
{
    /// <summary>
    /// The form that a request asks for: by the parameter "format", else by the first media type that it accepts and that one form alone has. JSON
    /// where neither says another; a browser, which accepts a page before all, asked for none. Null where there is no such format.
    /// </summary>
    public static BriefingForm? Asked(HttpRequest request, string? format)
    {
        if (!string.IsNullOrEmpty(format)) return BriefingForm.Named(format.ToLowerInvariant());
        var accepted = request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1).Select(a => a.MediaType.Value);
        return accepted
            .Select(type => BriefingForm.All.Where(f => f.Name != "html" && f.MediaType == type).ToList())
            .FirstOrDefault(forms => forms.Count == 1)?[0] ?? BriefingForm.Named("json");
    }

    /// <summary>The story as a file.</summary>
    public static IResult Answer(HttpContext context, BriefingForm form, string id, StoryBriefing briefing, BriefingLength length)
    {
        var text = form.WriteAt(new BriefingDocument(briefing.Story.Reports, [briefing], []), length);
        if (form.Name != "markdown")
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(form.FileName(briefing.Story.Title));
            context.Response.Headers.ContentDisposition = disposition.ToString();
        }

        return Cached.Text(context, $"{id}-{ContentId.Of(text)}-{form.Name}", text, form.ContentType);
    }
}
