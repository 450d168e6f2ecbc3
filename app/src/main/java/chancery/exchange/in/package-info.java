/// Taking in: what was delivered, and the formats that understand it. Every byte is hostile until parsed.
@org.jspecify.annotations.NullMarked
package chancery.exchange.in;
