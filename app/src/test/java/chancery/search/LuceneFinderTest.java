package chancery.search;

import chancery.archive.Stacks;
import java.nio.file.Path;

class LuceneFinderTest extends FinderContract {
    private LuceneIndex index;
    private Indexer indexer;

    @Override
    Finder over(Stacks stacks, Path place) {
        index = LuceneIndex.own(place.resolve("index"));
        indexer = new Indexer(stacks, index);
        follow();
        return new LuceneFinder(index, stacks::room);
    }

    @Override
    void follow() {
        indexer.follow();
    }

    @Override
    void closed() {
        index.close();
    }
}
