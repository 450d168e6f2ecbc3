/// Papers, as an archive describes them: records, texts, dates, holdings, release. Pure: values in, values out.
@org.jspecify.annotations.NullMarked
package chancery.document;
