using Hearsay.Model;
using Hearsay.Pages;

namespace Hearsay.Tests.Pages;

/// <summary>Which language a text is in, and that a page in any of them is read.</summary>
public sealed class TextLanguageTests
{
    private static readonly ILookup<string, string> Texts = File
        .ReadLines(Repository.At("tests/Hearsay.Tests/Pages/Languages/short-texts.tsv"))
        .Where(l => l[0] != '#')
        .Select(l => l.Split('\t'))
        .ToLookup(l => l[0], l => l[1], StringComparer.Ordinal);

    [Fact]
    public void The_language_of_a_few_words_is_told()
    {
        Assert.Equal(20, Texts.Count);
        Assert.All(Texts, l => Assert.Equal(15, l.Count()));
        var wrong = Texts.SelectMany(l => l.Where(t => TextLanguage.Of(t) != l.Key).Select(t => $"{TextLanguage.Of(t)}, not {l.Key}: {t}")).ToList();
        Assert.True(wrong.Count <= 0.02 * 300, string.Join('\n', wrong));
    }

    [Fact]
    public void No_text_of_a_few_words_in_another_language_passes_for_English() =>
        Assert.DoesNotContain(Texts.Where(l => l.Key != "en").SelectMany(l => l), t => TextLanguage.Of(t) is null or "en");

    [Fact]
    public void English_is_never_refused() => Assert.All(Texts["en"], t => Assert.Equal("en", TextLanguage.Of(t)));

    [Theory]
    [InlineData("Rodríguez, Müller and Yılmaz to meet Nguyễn Văn Anh in Kraków")]
    [InlineData("Bundestag and Sejm ratify Oder treaty, Der Morgen reports")]
    [InlineData("“Liberté, égalité, fraternité”, read the banners that students of the École Normale carried through Paris on Sunday.")]
    [InlineData("Čeština Deutsch Español Français Italiano\n\nThe ministers of Czechia, Slovakia and Austria will meet in Brno, Foreign Minister Jan Dvořák told Radio Morava.")]
    [InlineData("San Gimignano, Monteriggioni e Volterra: three towns, one mayor, no money")]
    [InlineData("Police chief sacked")]
    public void English_about_people_and_places_abroad_is_English(string text) => Assert.Null(Refusal(text));

    [Theory]
    [InlineData("Fine")]
    [InlineData("Ja")]
    [InlineData("São Paulo")]
    [InlineData("2031-04-02")]
    public void Too_little_to_tell_is_told_nothing_of(string text) => Assert.Null(TextLanguage.Of(text));

    [Theory]
    [InlineData("zh", "市议会周一批准了港口旁的新学校。市长说，工程将于明年春天开始，并将由Harbour Works公司（the largest firm of the port）承建。")]
    [InlineData("ja", "市議会は月曜日、港のそばに新しい学校を建てる計画を承認した。工事は来年の春に始まる。")]
    [InlineData("ko", "시의회는 월요일 항구 옆 새 학교 건설 계획을 승인했다. 공사는 내년 봄에 시작된다.")]
    [InlineData("th", "สภาเมืองอนุมัติโรงเรียนแห่งใหม่ใกล้ท่าเรือเมื่อวันจันทร์ การก่อสร้างจะเริ่มในปีหน้า")]
    [InlineData("hi", "नगर परिषद ने सोमवार को बंदरगाह के पास नए स्कूल को मंज़ूरी दी। निर्माण अगले साल शुरू होगा।")]
    [InlineData("ar", "وافق المجلس البلدي يوم الاثنين على بناء مدرسة جديدة قرب الميناء، وسيبدأ العمل في الربيع المقبل.")]
    [InlineData("el", "Το δημοτικό συμβούλιο ενέκρινε τη Δευτέρα το νέο σχολείο δίπλα στο λιμάνι της πόλης.")]
    [InlineData("he", "מועצת העיר אישרה ביום שני את בית הספר החדש ליד הנמל, והעבודות יחלו באביב הבא.")]
    [InlineData("pt", "A Câmara aprovou na segunda-feira a nova escola junto ao porto, e as obras começam na primavera.")]
    [InlineData("und", "Uhlalele ovalweni umndeni wesaguga okuthiwa sibhokode ngezikhali ngesikhathi silele ekhaya, kusho amaphoyisa.")]
    [InlineData("und", "ᏗᎦᎴᏴᏗ ᎤᏂᎷᏨ ᎠᏂᏴᏫᏯ ᎤᎾᏓᏅᏖᎸ.")]
    public void A_report_in_any_language_is_an_article(string language, string text)
    {
        var (article, reason) = PageReader.Read(new RawPage { Format = PageFormat.PlainText, Content = text });
        Assert.Null(reason);
        Assert.Equal(language, article!.Language);
        Assert.StartsWith(text, article.Text, StringComparison.Ordinal);
        Assert.Contains("only English is read", Refusal(text), StringComparison.Ordinal);
    }

    private static string? Refusal(string text) => Reader.Refusal(new Article { Id = "a", Text = text, Language = TextLanguage.Of(text) });
}
